package dev.sluice.planner;

import dev.sluice.access.KeyDigest;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL for the planner; its channels end in memory. */
public final class PlannerInfrastructure implements QuarkusTestResourceLifecycleManager {

    private @Nullable EmbeddedPostgres database;

    /** The API key of somebody with this role. */
    public static String keyOf(String role) {
        return "sluice_" + role + "_0123456789abcdef0123456789abcdef";
    }

    @Override
    public Map<String, String> start() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.start();
            database = started;
            Map<String, String> settings = new HashMap<>();
            settings.put("quarkus.datasource.\"planner\".jdbc.url", started.getJdbcUrl("postgres", "postgres"));
            settings.put("quarkus.datasource.\"planner\".username", "postgres");
            settings.putAll(InMemoryConnector.switchIncomingChannelsToInMemory("run-outcomes-in"));
            settings.putAll(InMemoryConnector.switchOutgoingChannelsToInMemory(
                    "planned-descriptors-out", "run-events-out", "audit-out", "dead-letters-out"));
            for (String role : List.of("viewer", "operator", "admin")) {
                String key = "sluice.access.keys.\"%s\".".formatted(role);
                settings.put(key + "sha256", KeyDigest.of(keyOf(role)));
                settings.put(key + "role", role);
            }
            // tests look themselves
            settings.put("planner.schedules.enabled", "false");
            // nobody listens there
            settings.put("sluice.sites.\"acme\".url", "http://127.0.0.1:9/wiki");
            settings.put("sluice.sites.\"acme\".product", "CLOUD");
            settings.put("sluice.sites.\"acme\".token", "secret-of-acme");
            settings.put("sluice.sites.\"acme\".retries", "0");
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        InMemoryConnector.clear();
        try {
            if (database != null) {
                database.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
