package dev.sluice.fetcher.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.confluence.sites.ScriptedSites;
import dev.sluice.fetcher.web.WebServer;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.Outcome;
import dev.sluice.store.LocalStores;
import dev.sluice.store.ObjectStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

    @TempDir
    Path folder;

    @Test
    void aDiskThatFillsUpInTheMiddleOfADownloadIsSaidAndTheDownloadIsNotRepeated() {
        // Given
        FetchScene scene = new FetchScene(folder);
        LocalStores full = new LocalStores() {
            @Override
            public ObjectStore open(String destination) {
                return new FullStore();
            }
        };
        Fetcher fetcher = new Fetcher(
                new ScriptedSites(Map.of("acme", scene.confluence())),
                full,
                WebServer.trustingImages(),
                new FetchScene.Settings(),
                Clock.systemUTC());

        // When
        Fetched fetched = fetcher.fetch(List.of(scene.fetch(0, scene.attachment("1", "att5", "bytes"))));

        // Then
        assertThat(fetched.contents()).isEmpty();
        assertThat(fetched.outcomes())
                .singleElement()
                .satisfies(outcome ->
                        assertThat(((Outcome.Failed) outcome).category()).isEqualTo(FailureCategory.DESTINATION_FULL));
        assertThat(scene.confluence().requests().all()).isEqualTo(1);
    }
}
