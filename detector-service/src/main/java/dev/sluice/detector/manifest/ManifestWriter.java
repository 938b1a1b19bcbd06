package dev.sluice.detector.manifest;

import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.ImageResource;
import dev.sluice.pipeline.KnownFile;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Reference;
import dev.sluice.pipeline.Resource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes sets of outcomes into the manifest. A message of an earlier run than its entry, or older than it, changes
 * nothing.
 */
final class ManifestWriter {

    private static final String NEW = " from unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::timestamptz[],"
            + " ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[],"
            + " ?::timestamptz[], ?::int[], ?::text[], ?::text[], ?::text[]) as n (export_id, resource, run_id,"
            + " version_number, version_at, identity, path, checksum, size, source_key, source_checksum, source_size,"
            + " format, exported_at, run_number, details, etag, last_modified)";

    private static final String UPSERT = "insert into detector.manifest_entry as e (export_id, resource, run_id,"
            + " version_number, version_at, identity, path, checksum, size, source_key, source_checksum, source_size,"
            + " format, exported_at, run_number, details, etag, last_modified, status) select n.*, 'active'" + NEW
            + " on conflict (export_id, resource) do update set (run_id, version_number, version_at, identity, path,"
            + " checksum, size, source_key, source_checksum, source_size, format, exported_at, run_number,"
            + " details, etag, last_modified, status, unverified)"
            + " = (excluded.run_id, excluded.version_number, excluded.version_at, excluded.identity, excluded.path,"
            + " excluded.checksum, excluded.size, excluded.source_key, excluded.source_checksum, excluded.source_size,"
            + " excluded.format, excluded.exported_at, excluded.run_number, excluded.details,"
            + " excluded.etag, excluded.last_modified, 'active', false)"
            + " where (e.run_number, e.exported_at) <= (excluded.run_number, excluded.exported_at)"
            + " returning e.export_id, e.resource, e.path, e.run_number, old.status, old.path, old.checksum";

    private static final String OLD_PATHS =
            "insert into detector.old_path (export_id, path, resource, checksum, run_number) select * from"
                    + " unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int[]) on conflict do nothing";

    /** Runs of an export come one after the other; within a run the clock decides. */
    private static final Comparator<Outcome.Exported> ORDER = Comparator.<Outcome.Exported>comparingInt(
                    done -> done.run().meant().number())
            .thenComparing(Outcome.Exported::at);

    private final Connection connection;

    ManifestWriter(Connection connection) {
        this.connection = connection;
    }

    void exported(List<Outcome> outcomes) throws SQLException {
        Map<String, Outcome.Exported> latest = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Exported done) {
                latest.merge(subject(done), done, (one, other) -> ORDER.compare(one, other) > 0 ? one : other);
            }
        }
        if (!latest.isEmpty()) {
            List<Written> written = upsert(List.copyOf(latest.values()));
            keepOldPaths(written.stream().filter(Written::moved).toList());
            replaceReferences(written, latest);
            FindingsWriter findings = new FindingsWriter(connection);
            findings.delete(outcomes(written.stream().filter(entry -> !entry.isNew()), latest));
            findings.insert(outcomes(written.stream(), latest));
        }
    }

    private static List<Outcome.Exported> outcomes(Stream<Written> entries, Map<String, Outcome.Exported> latest) {
        return entries.map(entry -> Objects.requireNonNull(latest.get(entry.subject())))
                .toList();
    }

    /** An entry that is from these outcomes now, and what it was before. */
    private record Written(
            String export,
            String resource,
            String path,
            int runNumber,
            @Nullable String oldStatus,
            @Nullable String oldPath,
            @Nullable String oldChecksum) {
        String subject() {
            return export + " " + resource;
        }

        boolean isNew() {
            return oldStatus == null;
        }

        /** The file of what was out of sight for a while may still be there. */
        boolean moved() {
            return oldStatus != null && !oldStatus.equals("deleted") && !path.equals(oldPath);
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
                            entries.getInt(4),
                            entries.getString(5),
                            entries.getString(6),
                            entries.getString(7)));
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
                    .add("text", Written::resource)
                    .add("text", Written::oldChecksum)
                    .add("int4", Written::runNumber);
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
                .add("timestamptz", done -> Timestamp.from(done.at()))
                .add("int4", done -> done.run().meant().number())
                .add("text", done -> resource(done) instanceof PageResource page ? page.detailsFingerprint() : "")
                .add("text", done -> Said.of(resource(done)).etag())
                .add("text", done -> Said.of(resource(done)).lastModified());
    }

    /** What a server said of the bytes that it gave. */
    private record Said(@Nullable String etag, @Nullable String lastModified) {

        private static final Said NOTHING = new Said(null, null);

        static Said of(Resource resource) {
            return switch (resource) {
                case PageResource ignored -> NOTHING;
                case AttachmentResource file -> of(file.held());
                case ImageResource image -> new Said(image.etag(), image.lastModified());
            };
        }

        private static Said of(@Nullable KnownFile file) {
            return file == null ? NOTHING : new Said(file.etag(), file.lastModified());
        }
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
}
