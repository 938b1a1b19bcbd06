package dev.sluice.planner.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.planner.PlannerInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.build.Jwt;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tokens of an identity provider, whose key the planner knows. */
@QuarkusTest
@TestProfile(IdentityProviderTest.Provider.class)
@QuarkusTestResource(PlannerInfrastructure.class)
class IdentityProviderTest {

    private static final KeyPair KEYS = newKeys();
    private static final String ISSUER = "https://login.example";

    /** Settings of an operator who has an identity provider. */
    public static final class Provider implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.tenant-enabled", "true",
                    "quarkus.oidc.public-key",
                            Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()),
                    "quarkus.oidc.token.issuer", ISSUER,
                    "quarkus.oidc.token.audience", "sluice",
                    "quarkus.oidc.roles.role-claim-path", "groups");
        }
    }

    @TestHTTPResource("/")
    URI base;

    @Test
    void rolesComeFromTheToken() {
        // Given
        PlannerClient operator = with(token("operator", ISSUER, Duration.ofMinutes(5), KEYS));

        // When and then
        assertThat(operator.get("/api/v1/exports").statusCode()).isEqualTo(200);
        assertThat(operator.post("/api/v1/exports/x1/runs", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(operator.post("/api/v1/exports", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void aTokenWithoutARoleIsOfNoUse() {
        assertThat(with(token("guest", ISSUER, Duration.ofMinutes(5), KEYS))
                        .get("/api/v1/exports")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void foreignAndExpiredTokensAreRefused() {
        assertThat(status(token("admin", ISSUER, Duration.ofMinutes(5), newKeys())))
                .as("signed by somebody else")
                .isEqualTo(401);
        assertThat(status(token("admin", "https://other.example", Duration.ofMinutes(5), KEYS)))
                .as("of another issuer")
                .isEqualTo(401);
        assertThat(status(token("admin", ISSUER, Duration.ofMinutes(-5), KEYS)))
                .as("expired")
                .isEqualTo(401);
    }

    @Test
    void keysGoOnToWork() {
        assertThat(new PlannerClient(base, "viewer").get("/api/v1/exports").statusCode())
                .isEqualTo(200);
    }

    private int status(String token) {
        return with(token).get("/api/v1/exports").statusCode();
    }

    private PlannerClient with(String token) {
        return new PlannerClient(base, "Bearer", token);
    }

    private static String token(String role, String issuer, Duration life, KeyPair keys) {
        long now = java.time.Instant.now().getEpochSecond();
        return Jwt.issuer(issuer)
                .audience("sluice")
                .upn("jo@example.com")
                .groups(Set.of(role))
                .issuedAt(now - 600)
                .expiresAt(now + life.toSeconds())
                .sign(keys.getPrivate());
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
