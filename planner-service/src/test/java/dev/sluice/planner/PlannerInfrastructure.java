package dev.sluice.planner;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL for the planner; its channels end in memory. */
public final class PlannerInfrastructure implements QuarkusTestResourceLifecycleManager {

    private @Nullable EmbeddedPostgres database;

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
                    "planned-descriptors-out", "run-events-out", "dead-letters-out"));
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
