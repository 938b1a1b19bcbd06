package dev.sluice.detector;

import dev.sluice.access.KeyDigest;
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

    /** Whose role is to look, and no more. */
    public static final String VIEWER_KEY = "sluice_viewer_0123456789abcdef0123456789abcdef";

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
            settings.put("sluice.access.keys.\"viewer\".sha256", KeyDigest.of(VIEWER_KEY));
            settings.put("sluice.access.keys.\"viewer\".role", "viewer");
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
