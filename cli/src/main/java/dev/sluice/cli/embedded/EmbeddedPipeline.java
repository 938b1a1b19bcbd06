package dev.sluice.cli.embedded;

import dev.sluice.confluence.sites.Sites;
import dev.sluice.planner.export.Exports;
import dev.sluice.planner.run.Runs;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.Quarkus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The four services in this JVM, on an embedded broker and an embedded database: the same topics, tables and code as in
 * a cluster. At most one in a JVM, and once only.
 */
public final class EmbeddedPipeline implements AutoCloseable {

    private final EmbeddedKafka kafka;
    private final EmbeddedDatabase database;

    private EmbeddedPipeline(EmbeddedKafka kafka, EmbeddedDatabase database) {
        this.kafka = kafka;
        this.database = database;
    }

    /**
     * Starts everything.
     *
     * @param home Sluice's own folder in the destination; the database is kept there
     * @param settings configuration of the services, such as their sites
     */
    public static EmbeddedPipeline start(Path home, Map<String, String> settings) {
        quieten();
        CompletableFuture<EmbeddedKafka> kafka = CompletableFuture.supplyAsync(() -> EmbeddedKafka.start(1));
        EmbeddedDatabase database = EmbeddedDatabase.start(home.resolve("db"));
        try {
            settings.forEach(System::setProperty);
            configure(home, kafka.join(), database);
            startServices();
            return new EmbeddedPipeline(kafka.join(), database);
        } catch (CompletionException e) {
            database.close();
            throw new EmbeddedStartException("The embedded pipeline did not start", e);
        }
    }

    public Exports exports() {
        return Arc.container().instance(Exports.class).get();
    }

    public Sites sites() {
        return Arc.container().instance(Sites.class).get();
    }

    public Runs runs() {
        return Arc.container().instance(Runs.class).get();
    }

    /**
     * Stops the database in good order. Services and broker end with the process, which is to end now: nothing of the
     * broker stays, and what a service has not finished is planned again by the next run.
     */
    @Override
    public void close() {
        database.close();
        kafka.discard();
    }

    private static void configure(Path home, EmbeddedKafka kafka, EmbeddedDatabase database) {
        for (String service : List.of("planner", "detector")) {
            System.setProperty("quarkus.datasource.\"" + service + "\".jdbc.url", database.jdbcUrl());
            System.setProperty("quarkus.datasource.\"" + service + "\".username", EmbeddedDatabase.USER);
        }
        System.setProperty("kafka.bootstrap.servers", kafka.bootstrapServers());
        System.setProperty("planner.unfinished-runs", "interrupt");
        System.setProperty("fetcher.sites-apart", "false");
        // one consumer, and somebody who waits
        System.setProperty("mp.messaging.incoming.fetch-changes-in.fetch.max.wait.ms", "50");
        System.setProperty("planner.schedules.enabled", "false");
        // the broker keeps nothing
        System.setProperty("planner.audit.publish", "false");
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty(
                "quarkus.log.file.path",
                home.resolve("log").resolve("sluice.log").toString());
    }

    /** Until Quarkus has set the logging up, the broker and the database would log everything. */
    private static void quieten() {
        Logger.getLogger("").setLevel(Level.WARNING);
    }

    private static void startServices() {
        CompletableFuture<Void> started = new CompletableFuture<>();
        ServicesApplication.onStart(started);
        Thread thread = new Thread(
                () -> Quarkus.run(ServicesApplication.class, (exitCode, failure) -> {
                    if (failure != null) {
                        started.completeExceptionally(failure);
                    }
                }),
                "services");
        thread.setDaemon(true);
        thread.start();
        started.join();
    }
}
