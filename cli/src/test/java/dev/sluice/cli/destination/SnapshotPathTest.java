package dev.sluice.cli.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotPathTest {

    private final Destination destination = new Destination(Path.of("/srv/wiki"));

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", ".confluence-dl/sync-manifest.json", ".sluice/state.json", "./a.json"})
    void isRelativeToTheFolder(String given) {
        assertThat(SnapshotPath.key(destination, given)).isEqualTo(given.startsWith("./") ? given.substring(2) : given);
    }

    @Test
    void mayBeAbsolute() {
        assertThat(SnapshotPath.key(destination, "/srv/wiki/.x/m.json")).isEqualTo(".x/m.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../manifest.json",
                "/srv/other/manifest.json",
                "/srv/wiki",
                "",
                "manifest.txt",
                "ENG/Page.json",
                ".sluice/export.json",
                ".sluice/runs/x.json",
                ".sluice/db/x.json",
                ".x/../../m.json"
            })
    void isNoPlaceThatSomethingElseNeeds(String given) {
        assertThatThrownBy(() -> SnapshotPath.key(destination, given))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining("--manifest");
    }
}
