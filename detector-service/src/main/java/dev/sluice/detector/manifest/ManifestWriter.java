package dev.sluice.detector.manifest;

import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.Reference;
import dev.sluice.pipeline.Resource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes sets of outcomes into the manifest. A message that is older than its entry changes nothing. */
final class ManifestWriter {

    private static final String NEW = " from unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::timestamptz[],"
            + " ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::timestamptz[])"
            + " as n (export_id, resource, run_id, version_number, version_at, identity, path, checksum, size,"
            + " source_key, source_checksum, source_size, format, exported_at)";

    private static final String UPSERT = "insert into detector.manifest_entry as e (export_id, resource, run_id,"
            + " version_number, version_at, identity, path, checksum, size, source_key, source_checksum, source_size,"
            + " format, exported_at, status) select n.*, 'active'" + NEW
            + " on conflict (export_id, resource) do update set (run_id, version_number, version_at, identity, path,"
            + " checksum, size, source_key, source_checksum, source_size, format, exported_at, status)"
            + " = (excluded.run_id, excluded.version_number, excluded.version_at, excluded.identity, excluded.path,"
            + " excluded.checksum, excluded.size, excluded.source_key, excluded.source_checksum, excluded.source_size,"
            + " excluded.format, excluded.exported_at, 'active') where e.exported_at <= excluded.exported_at"
            + " returning e.export_id, e.resource, e.path, old.status, old.path";

    private static final String OLD_PATHS = "insert into detector.old_path (export_id, path, resource)"
            + " select * from unnest(?::text[], ?::text[], ?::text[]) on conflict do nothing";

    private final Connection connection;

    ManifestWriter(Connection connection) {
        this.connection = connection;
    }

    void exported(List<Outcome> outcomes) throws SQLException {
        Map<String, Outcome.Exported> latest = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Exported done) {
                latest.merge(subject(done), done, (one, other) -> one.at().isAfter(other.at()) ? one : other);
            }
        }
        if (!latest.isEmpty()) {
            List<Written> written = upsert(List.copyOf(latest.values()));
            keepOldPaths(written.stream().filter(Written::moved).toList());
            replaceReferences(written, latest);
        }
    }

    /** An entry that is from these outcomes now, and what it was before. */
    private record Written(
            String export,
            String resource,
            String path,
            @Nullable String oldStatus,
            @Nullable String oldPath) {
        String subject() {
            return export + " " + resource;
        }

        boolean isNew() {
            return oldStatus == null;
        }

        boolean moved() {
            return "active".equals(oldStatus) && !path.equals(oldPath);
        }
    }

    /** Without those whose entries are from newer outcomes already. */
    private List<Written> upsert(List<Outcome.Exported> rows) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            bind(upsert, rows);
            List<Written> written = new ArrayList<>(rows.size());
            try (ResultSet entries = upsert.executeQuery()) {
                while (entries.next()) {
                    written.add(new Written(
                            entries.getString(1),
                            entries.getString(2),
                            entries.getString(3),
                            entries.getString(4),
                            entries.getString(5)));
                }
            }
            return written;
        }
    }

    private void keepOldPaths(List<Written> moved) throws SQLException {
        if (moved.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(OLD_PATHS)) {
            new Columns<>(connection, insert, 1, moved)
                    .add("text", Written::export)
                    .add("text", Written::oldPath)
                    .add("text", Written::resource);
            insert.executeUpdate();
        }
    }

    private void bind(PreparedStatement statement, List<Outcome.Exported> rows) throws SQLException {
        new Columns<>(connection, statement, 1, rows)
                .add("text", done -> done.run().export().value())
                .add("text", done -> resource(done).key().toString())
                .add("text", done -> done.run().run().value())
                .add("int4", done -> resource(done).version().number())
                .add(
                        "timestamptz",
                        done -> Timestamp.from(resource(done).version().createdAt()))
                .add("text", done -> resource(done).identity())
                .add("text", done -> resource(done).path())
                .add("text", done -> done.output().sha256())
                .add("int8", done -> done.output().size())
                .add("text", done -> done.source().key())
                .add("text", done -> done.source().sha256())
                .add("int8", done -> done.source().size())
                .add("text", Outcome.Exported::format)
                .add("timestamptz", done -> Timestamp.from(done.at()));
    }

    /** The resource that an outcome is about, and its export. */
    private static String subject(Outcome outcome) {
        return outcome.run().export() + " " + outcome.recordKey();
    }

    private static Resource resource(Outcome.Exported done) {
        return done.target().resource();
    }

    private record PageReference(String export, String page, Reference reference) {}

    private void replaceReferences(List<Written> written, Map<String, Outcome.Exported> latest) throws SQLException {
        deleteReferences(written.stream().filter(entry -> !entry.isNew()).toList());
        List<PageReference> references = written.stream()
                .flatMap(entry -> Objects.requireNonNull(latest.get(entry.subject())).references().stream()
                        .map(reference -> new PageReference(entry.export(), entry.resource(), reference)))
                .toList();
        if (references.isEmpty()) {
            return;
        }
        String sql = "insert into detector.page_reference (export_id, page, token, path)"
                + " select * from unnest(?::text[], ?::text[], ?::text[], ?::text[]) on conflict do nothing";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            new Columns<>(connection, insert, 1, references)
                    .add("text", PageReference::export)
                    .add("text", PageReference::page)
                    .add("text", reference -> reference.reference().token())
                    .add("text", reference -> reference.reference().path());
            insert.executeUpdate();
        }
    }

    private void deleteReferences(List<Written> pages) throws SQLException {
        if (pages.isEmpty()) {
            return;
        }
        String sql = "delete from detector.page_reference r using unnest(?::text[], ?::text[]) as p (export_id, page)"
                + " where r.export_id = p.export_id and r.page = p.page";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            new Columns<>(connection, delete, 1, pages)
                    .add("text", Written::export)
                    .add("text", Written::resource);
            delete.executeUpdate();
        }
    }

    void gone(List<Outcome> all) throws SQLException {
        List<Outcome> outcomes = standing(all);
        List<Outcome.Removed> removed = only(outcomes, Outcome.Removed.class);
        List<Outcome.Removed> forgotten =
                removed.stream().filter(gone -> !gone.moved()).toList();
        update(
                "update detector.manifest_entry e set status = 'deleted' from unnest(?::text[], ?::text[])"
                        + " as g (export_id, resource) where e.export_id = g.export_id and e.resource = g.resource",
                forgotten);
        update(
                "delete from detector.page_reference r using unnest(?::text[], ?::text[]) as g (export_id, resource)"
                        + " where r.export_id = g.export_id and r.page = g.resource",
                forgotten);
        deleteOldPaths(removed.stream().filter(Outcome.Removed::moved).toList());
        markInaccessible(only(outcomes, Outcome.Inaccessible.class));
    }

    /** All but those that say of a resource that it is gone when a later one says that it is exported. */
    private static List<Outcome> standing(List<Outcome> outcomes) {
        Set<String> exported = new HashSet<>();
        List<Outcome> standing = new ArrayList<>();
        for (Outcome outcome : outcomes.reversed()) {
            boolean oldFileOnly = outcome instanceof Outcome.Removed gone && gone.moved();
            if (outcome instanceof Outcome.Exported) {
                exported.add(subject(outcome));
            } else if (oldFileOnly || !exported.contains(subject(outcome))) {
                standing.add(outcome);
            }
        }
        return standing;
    }

    private void update(String sql, List<Outcome.Removed> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            new Columns<>(connection, update, 1, rows)
                    .add("text", gone -> gone.run().export().value())
                    .add("text", gone -> gone.resource().toString());
            update.executeUpdate();
        }
    }

    private void deleteOldPaths(List<Outcome.Removed> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String sql = "delete from detector.old_path o using unnest(?::text[], ?::text[]) as g (export_id, path)"
                + " where o.export_id = g.export_id and o.path = g.path";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            new Columns<>(connection, delete, 1, rows)
                    .add("text", gone -> gone.run().export().value())
                    .add("text", Outcome.Removed::path);
            delete.executeUpdate();
        }
    }

    private void markInaccessible(List<Outcome.Inaccessible> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String sql = "update detector.manifest_entry e set status = 'inaccessible' from unnest(?::text[], ?::text[])"
                + " as g (export_id, resource) where e.export_id = g.export_id and e.resource = g.resource"
                + " and e.status = 'active'";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            new Columns<>(connection, update, 1, rows)
                    .add("text", hidden -> hidden.run().export().value())
                    .add("text", hidden -> hidden.target().resource().key().toString());
            update.executeUpdate();
        }
    }

    /** Remembers which numbers are recorded, so that the end of the run can wait for them. */
    void markRecorded(Collection<Outcome> outcomes) throws SQLException {
        List<Recorded> rows =
                outcomes.stream().flatMap(ManifestWriter::recorded).toList();
        String sql = "insert into detector.recorded (run_id, seq) select * from unnest(?::text[], ?::int[])"
                + " on conflict do nothing";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            new Columns<>(connection, insert, 1, rows)
                    .add("text", Recorded::run)
                    .add("int4", Recorded::seq);
            insert.executeUpdate();
        }
    }

    private record Recorded(String run, int seq) {}

    private static Stream<Recorded> recorded(Outcome outcome) {
        String run = outcome.run().run().value();
        return switch (outcome) {
            case Outcome.Exported done ->
                Stream.of(new Recorded(run, done.target().seq()));
            case Outcome.Removed gone -> Stream.of(new Recorded(run, gone.seq()));
            case Outcome.Inaccessible hidden ->
                Stream.of(new Recorded(run, hidden.target().seq()));
            case Outcome.Unchanged ignored -> Stream.empty();
            case Outcome.Failed ignored -> Stream.empty();
            case Outcome.Requested ignored -> Stream.empty();
            case Outcome.FollowUps ignored -> Stream.empty();
            case Outcome.SnapshotWritten ignored -> Stream.empty();
        };
    }

    private static <T extends Outcome> List<T> only(List<Outcome> outcomes, Class<T> type) {
        return outcomes.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
