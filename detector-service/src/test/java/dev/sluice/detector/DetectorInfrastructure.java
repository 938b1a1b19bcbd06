package dev.sluice.detector;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL for the detector; its channels end in memory. */
public final class DetectorInfrastructure implements QuarkusTestResourceLifecycleManager {

    private @Nullable EmbeddedPostgres database;

    @Override
    public Map<String, String> start() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.start();
            database = started;
            Map<String, String> settings = new HashMap<>();
            settings.put("quarkus.datasource.\"detector\".jdbc.url", started.getJdbcUrl("postgres", "postgres"));
            settings.put("quarkus.datasource.\"detector\".username", "postgres");
            settings.putAll(InMemoryConnector.switchIncomingChannelsToInMemory(
                    "descriptors-in", "manifest-outcomes-in", "manifest-runs-in"));
            settings.putAll(InMemoryConnector.switchOutgoingChannelsToInMemory(
                    "changes-out", "manifest-outcomes-out", "dead-letters-out"));
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
