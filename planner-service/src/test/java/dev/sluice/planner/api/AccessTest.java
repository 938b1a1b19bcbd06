package dev.sluice.planner.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.PlannerInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who gets in, and what they may do. */
@QuarkusTest
@QuarkusTestResource(PlannerInfrastructure.class)
class AccessTest {

    private static final Map<String, Object> EXPORT = Map.of(
            "site",
            "acme",
            "destination",
            "file:///no/such",
            "scopes",
            List.of(new ScopeRef("spaces", List.of("ENG"))));

    @TestHTTPResource("/")
    URI base;

    @Test
    void nothingThatIsDescribedAnswersWithoutAKey() {
        // Given
        PlannerClient nobody = new PlannerClient(base, "Basic", "YTpi");
        JsonNode described = as("viewer").json("/api/v1/openapi?format=json").path("paths");
        assertThat(described.size()).isGreaterThan(8);

        // When and then
        described
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String method = operation.getKey().toUpperCase(Locale.ROOT);
                    String address = path.getKey().replaceAll("\\{\\w+}", "x");
                    assertThat(nobody.send(method, address, null).statusCode())
                            .as(method + " " + address)
                            .isEqualTo(401);
                }));
        assertThat(nobody.get("/api/v1/openapi").statusCode()).isEqualTo(401);
        assertThat(nobody.get("/anything/else").statusCode()).isEqualTo(401);
    }

    @Test
    void healthIsOpenToAll() {
        assertThat(new PlannerClient(base, "Basic", "YTpi")
                        .get("/q/health/live")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aKeyThatIsNotKnownIsRefusedWithAProblem() {
        // When
        HttpResponse<String> answer = new PlannerClient(
                        base, "Bearer", PlannerInfrastructure.keyOf("viewer").replace('f', 'e'))
                .get("/api/v1/exports");

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("www-authenticate")).hasValue("Bearer");
    }

    @Test
    void aTokenIsRefusedWhileThereIsNoIdentityProvider() {
        assertThat(new PlannerClient(base, "Bearer", "eyJhbGciOiJub25lIn0.eyJyb2xlcyI6WyJhZG1pbiJdfQ.")
                        .get("/api/v1/exports")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoMayOnlyLookStartsAndChangesNothing() {
        assertThat(as("viewer").get("/api/v1/exports").statusCode()).isEqualTo(200);
        assertForbidden(as("viewer").post("/api/v1/exports/x1/runs", Map.of()));
        assertForbidden(as("viewer").post("/api/v1/runs/x/cancel", null));
        assertForbidden(as("viewer").post("/api/v1/exports", EXPORT));
    }

    @Test
    void anOperatorRunsWhatAnAdministratorHasMade() {
        assertForbidden(as("operator").post("/api/v1/exports", EXPORT));
        assertThat(as("operator").post("/api/v1/exports/x1/runs", Map.of()).statusCode())
                .as("there is no such export, but the operator may ask")
                .isEqualTo(404);
    }

    @Test
    void credentialsOfSitesAreNotShown() {
        // When
        HttpResponse<String> sites = as("admin").get("/api/v1/sites");

        // Then
        assertThat(PlannerClient.json(sites).path("items").findValuesAsText("name"))
                .contains("acme");
        assertThat(sites.body()).doesNotContain("secret-of-acme");
    }

    private static void assertForbidden(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
    }

    private PlannerClient as(String role) {
        return new PlannerClient(base, role);
    }
}
