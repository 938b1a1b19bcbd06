package dev.sluice.planner.run;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Shows collectors of metrics how far runs are, and when exports last ended well. Every replica shows the same, because
 * it is read from the database; where nobody collects, nothing is read.
 */
@Startup
@Singleton
class RunMeters {

    private static final Logger LOG = Logger.getLogger(RunMeters.class);
    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final String UNFINISHED =
            "select r.export_id, e.site, r.resources, r.settled, r.started_at, r.progressed_at"
                    + " from planner.run r join planner.export e on e.id = r.export_id where r.ended_at is null";
    private static final String LAST_SUCCESS =
            "select r.export_id, e.site, max(r.ended_at) from planner.run r join planner.export e on e.id = r.export_id"
                    + " where r.state = 'SUCCEEDED' group by r.export_id, e.site";

    private final AgroalDataSource database;
    private final Clock clock;
    private final MultiGauge planned;
    private final MultiGauge settled;
    private final MultiGauge idle;
    private final MultiGauge remaining;
    private final MultiGauge lastSuccess;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("run-meters").daemon().factory());

    RunMeters(@DataSource("planner") AgroalDataSource database, Clock clock) {
        MeterRegistry registry = Metrics.globalRegistry;
        this.database = database;
        this.clock = clock;
        this.planned = gauge("sluice.run.resources", "Resources of the run that is under way", registry);
        this.settled = gauge("sluice.run.settled", "Those of them that have their outcome", registry);
        this.idle = gauge("sluice.run.idle.seconds", "Since when the run has not got on", registry);
        this.remaining = gauge("sluice.run.remaining.seconds", "How long it will take at its pace so far", registry);
        this.lastSuccess = gauge(
                "sluice.export.last.success.timestamp.seconds", "When a run last ended without a failure", registry);
    }

    private static MultiGauge gauge(String name, String what, MeterRegistry registry) {
        return MultiGauge.builder(name).description(what).register(registry);
    }

    @PostConstruct
    void start() {
        if (!Metrics.globalRegistry.getRegistries().isEmpty()) {
            var _ = timer.scheduleWithFixedDelay(this::refresh, 0, INTERVAL.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    void refresh() {
        try (Connection connection = database.getConnection()) {
            showRuns(connection);
            showSuccesses(connection);
        } catch (SQLException e) {
            // the numbers stay as they are; that the database is away shows in readiness
            LOG.warnf("Metrics of runs could not be read: reason=%s", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("Metrics of runs could not be read.", e);
        }
    }

    private void showRuns(Connection connection) throws SQLException {
        Instant now = clock.instant();
        List<Row<?>> resources = new ArrayList<>();
        List<Row<?>> done = new ArrayList<>();
        List<Row<?>> idling = new ArrayList<>();
        List<Row<?>> left = new ArrayList<>();
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery(UNFINISHED)) {
            while (rows.next()) {
                Tags tags = tags(rows);
                int all = rows.getInt(3);
                int some = rows.getInt(4);
                resources.add(Row.of(tags, all));
                done.add(Row.of(tags, some));
                idling.add(Row.of(tags, seconds(rows.getTimestamp(6).toInstant(), now)));
                if (some > 0) {
                    double took = seconds(rows.getTimestamp(5).toInstant(), now);
                    left.add(Row.of(tags, took * (all - some) / some));
                }
            }
        }
        planned.register(resources, true);
        settled.register(done, true);
        idle.register(idling, true);
        remaining.register(left, true);
    }

    private void showSuccesses(Connection connection) throws SQLException {
        List<Row<?>> times = new ArrayList<>();
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery(LAST_SUCCESS)) {
            while (rows.next()) {
                times.add(Row.of(
                        tags(rows), (double) rows.getTimestamp(3).toInstant().getEpochSecond()));
            }
        }
        lastSuccess.register(times, true);
    }

    private static Tags tags(ResultSet row) throws SQLException {
        return Tags.of("export", row.getString(1), "site", row.getString(2));
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
