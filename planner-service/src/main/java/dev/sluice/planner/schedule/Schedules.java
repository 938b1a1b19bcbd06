package dev.sluice.planner.schedule;

import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.RunId;
import dev.sluice.planner.audit.AuditEntry;
import dev.sluice.planner.audit.AuditTrail;
import dev.sluice.planner.run.RunPolicy;
import dev.sluice.planner.run.RunRequest;
import dev.sluice.planner.run.Runs;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The schedules of exports, and the runs that they start. */
@ApplicationScoped
public class Schedules {

    private static final String COLUMNS =
            "export_id, kind, cron, zone, prune, enabled, set_by, next_at, last_at, last_run";
    private static final String DUE = "select " + COLUMNS + " from planner.schedule s where enabled and next_at <= ?"
            + " and not exists (select 1 from planner.run r where r.export_id = s.export_id and r.ended_at is null)"
            + " order by next_at, kind limit 1 for update skip locked";
    private static final String SET = "insert into planner.schedule (" + COLUMNS + ")"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, null, null) on conflict (export_id, kind) do update set"
            + " cron = excluded.cron, zone = excluded.zone, prune = excluded.prune, enabled = excluded.enabled,"
            + " set_by = excluded.set_by, next_at = excluded.next_at";

    private final AgroalDataSource database;
    private final Runs runs;
    private final AuditTrail audit;
    private final Clock clock;

    Schedules(@DataSource("planner") AgroalDataSource database, Runs runs, AuditTrail audit, Clock clock) {
        this.database = database;
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sets the schedule of this kind; {@code by}: who wants it. */
    @Transactional
    public void set(ExportId export, ScheduleKind kind, ScheduleRequest wanted, String by) {
        Instant next = wanted.timetable().after(clock.instant());
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(SET)) {
            upsert.setString(1, export.value());
            upsert.setString(2, kind.word());
            upsert.setString(3, wanted.cron());
            upsert.setString(4, wanted.zoneName());
            upsert.setBoolean(5, wanted.prunes(kind));
            upsert.setBoolean(6, wanted.isEnabled());
            upsert.setString(7, by);
            upsert.setTimestamp(8, Timestamp.from(next));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new ScheduleException("set", e);
        }
        String detail = "%s: %s %s%s"
                .formatted(kind.word(), wanted.cron(), wanted.zoneName(), wanted.isEnabled() ? "" : ", disabled");
        audit.append(export, List.of(AuditEntry.of(by, "schedule-set", detail)));
    }

    /** Whether there was one to remove. */
    @Transactional
    public boolean remove(ExportId export, ScheduleKind kind, String by) {
        String sql = "delete from planner.schedule where export_id = ? and kind = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, export.value());
            delete.setString(2, kind.word());
            if (delete.executeUpdate() == 0) {
                return false;
            }
        } catch (SQLException e) {
            throw new ScheduleException("removed", e);
        }
        audit.append(export, List.of(AuditEntry.of(by, "schedule-removed", kind.word())));
        return true;
    }

    /** The schedules of the export. */
    public List<ScheduleView> of(ExportId export) {
        String sql = "select " + COLUMNS + " from planner.schedule where export_id = ? order by kind";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, export.value());
            return views(query);
        } catch (SQLException e) {
            throw new ScheduleException("read", e);
        }
    }

    /**
     * Takes the schedule that has been due for longest, and makes its run; empty when none is due, or another planner has
     * it. What was missed, however often, is made up for by one run; a schedule waits for the end of a run of its export.
     */
    @Transactional
    public Optional<RunId> take() {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(DUE)) {
            query.setTimestamp(1, Timestamp.from(now));
            List<ScheduleView> due = views(query);
            if (due.isEmpty()) {
                return Optional.empty();
            }
            ScheduleView schedule = due.getFirst();
            RunId run = runs.register(request(schedule));
            started(connection, schedule, run, now);
            return Optional.of(run);
        } catch (SQLException e) {
            throw new ScheduleException("taken", e);
        }
    }

    private static RunRequest request(ScheduleView schedule) {
        boolean quick = schedule.kind() == ScheduleKind.QUICK;
        RunPolicy policy = new RunPolicy(schedule.prune(), false, false, false, false, false, quick);
        return new RunRequest(
                new ExportId(schedule.export()),
                policy,
                null,
                "schedule:" + schedule.kind().word());
    }

    private static void started(Connection connection, ScheduleView schedule, RunId run, Instant now)
            throws SQLException {
        String sql = "update planner.schedule set next_at = ?, last_at = ?, last_run = ?"
                + " where export_id = ? and kind = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            Instant next = Timetable.of(schedule.cron(), schedule.zone()).after(now);
            update.setTimestamp(1, Timestamp.from(next));
            update.setTimestamp(2, Timestamp.from(now));
            update.setString(3, run.value());
            update.setString(4, schedule.export());
            update.setString(5, schedule.kind().word());
            update.executeUpdate();
        }
    }

    private static List<ScheduleView> views(PreparedStatement query) throws SQLException {
        List<ScheduleView> views = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                views.add(new ScheduleView(
                        rows.getString(1),
                        ScheduleKind.named(rows.getString(2)),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getBoolean(5),
                        rows.getBoolean(6),
                        rows.getString(7),
                        rows.getTimestamp(8).toInstant(),
                        instant(rows.getTimestamp(9)),
                        rows.getString(10)));
            }
        }
        return views;
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
