package dev.sluice.planner.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.pipeline.Wire;
import dev.sluice.store.LocalObjectStore;
import dev.sluice.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {

    private static final ExportHeader EXPORT =
            new ExportHeader("https://acme.example/wiki", List.of(new ScopeRef("spaces", List.of("ENG"))));

    @TempDir
    Path folder;

    private ObjectStore store;
    private Identity identity;

    @BeforeEach
    void open() {
        store = LocalObjectStore.open(folder);
        identity = new Identity(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatAnAccountSeesIsNotComparedWithWhatNobodySees() throws IOException {
        // Given
        identity.claim("wiki", EXPORT, false);

        // Then
        assertThatThrownBy(() -> identity.claim("wiki", EXPORT, true))
                .isInstanceOf(AnonymousViewException.class)
                .hasMessageContaining("wiki was exported with an account");
        assertThat(written().isForEverybody()).isFalse();
    }

    @Test
    void whatEverybodySeesStaysSoUntilAnAccountAsks() throws IOException {
        identity.claim("wiki", EXPORT, true);
        identity.claim("wiki", EXPORT, true);
        assertThat(written()).isEqualTo(EXPORT.forEverybody());
        identity.claim("wiki", EXPORT, false);
        assertThat(written()).isEqualTo(EXPORT);
        assertThatThrownBy(() -> identity.claim("wiki", EXPORT, true)).isInstanceOf(AnonymousViewException.class);
    }

    @Test
    void anotherSitesDestinationIsRefused() {
        identity.claim("wiki", EXPORT, false);
        ExportHeader other = new ExportHeader("https://other.example/wiki", EXPORT.scopes());
        assertThatThrownBy(() -> identity.claim("wiki", other, false)).isInstanceOf(WrongSiteException.class);
    }

    private ExportHeader written() throws IOException {
        try (InputStream in = store.open(DestinationLayout.EXPORT).orElseThrow()) {
            return Wire.decode(in.readAllBytes(), ExportHeader.class);
        }
    }
}
