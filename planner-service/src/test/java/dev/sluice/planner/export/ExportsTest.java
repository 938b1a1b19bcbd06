package dev.sluice.planner.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.PlannerInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which export a destination belongs to, and what it covers. */
@QuarkusTest
@QuarkusTestResource(PlannerInfrastructure.class)
class ExportsTest {

    private static final ScopeRef ENG = new ScopeRef("spaces", List.of("ENG"));
    private static final ScopeRef OPS = new ScopeRef("spaces", List.of("OPS"));

    @Inject
    Exports exports;

    @TempDir
    Path folder;

    private String destination = "";

    @BeforeEach
    void aDestination() {
        destination = folder.toUri().toString();
    }

    @Test
    void aScopeThatIsRepeatedChangesNothingAndANewOneIsAdded() {
        // Given
        ExportId export = exports.ensure(request("https://acme.example/wiki", ENG));

        // When
        exports.ensure(request("https://acme.example/wiki", ENG, OPS, ENG));
        exports.ensure(request("https://acme.example/wiki", OPS));

        // Then
        assertThat(exports.find(export).orElseThrow().scopes()).containsExactly(ENG, OPS);
    }

    @Test
    void aDestinationOfAnotherSiteIsRefused() {
        // Given
        exports.ensure(request("https://acme.example/wiki", ENG));

        // When and then
        assertThatThrownBy(() -> exports.ensure(request("https://other.example/wiki", ENG)))
                .isInstanceOf(WrongSiteException.class)
                .hasMessageContaining("https://acme.example/wiki");
    }

    private ExportRequest request(String siteUrl, ScopeRef... scopes) {
        return new ExportRequest("acme", siteUrl, destination, List.of(scopes));
    }
}
