package dev.sluice.detector.manifest;

import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.Findings;
import dev.sluice.pipeline.ReferenceToken;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.ResourceKind;
import dev.sluice.pipeline.SnapshotEntry;
import dev.sluice.pipeline.UnreadableSnapshotException;
import dev.sluice.store.ObjectKeys;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries of a snapshot on their way into the manifest, some at a time. */
final class AdoptedEntries {

    private static final int AT_ONCE = 1000;
    /** Class of the errors that say that a value cannot be. */
    private static final String DATA_EXCEPTION = "22";

    /** In bytes: what S3 takes for a key, and file systems for a name. */
    private static final int LONGEST_PATH = 1024;

    private static final int LONGEST_NAME = 255;

    private static final String ENTRIES = "insert into detector.manifest_entry (resource, status, version_number,"
            + " version_at, identity, path, checksum, size, source_key, source_checksum, source_size, format,"
            + " exported_at, details, etag, last_modified, export_id, run_id, unverified)"
            + " select n.*, ?, 'adopted', true from unnest(?::text[], ?::text[], ?::int[], ?::timestamptz[],"
            + " ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[],"
            + " ?::timestamptz[], ?::text[], ?::text[], ?::text[]) as n on conflict do nothing";
    private static final String REFERENCES = "insert into detector.page_reference (export_id, page, token, path)"
            + " select ?, n.* from unnest(?::text[], ?::text[], ?::text[]) as n on conflict do nothing";
    private static final String FINDINGS = "insert into detector.page_finding (export_id, page, ordinal, kind, what,"
            + " count) select ?, n.* from unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::int[]) as n on conflict do"
            + " nothing";

    /** Where it came from shows when a page that shows it is rendered. */
    private static final String IMAGES = "insert into detector.image (export_id, image)"
            + " select ?, n.image from unnest(?::text[]) as n (image) on conflict do nothing";

    private final Connection connection;
    private final ExportId export;
    private final String format;
    private final List<Row> rows = new ArrayList<>(AT_ONCE);
    private int count;

    /** {@code format}: of entries that do not say theirs. */
    AdoptedEntries(Connection connection, ExportId export, String format) {
        this.connection = connection;
        this.export = export;
        this.format = format;
    }

    private record Row(ResourceKey key, SnapshotEntry entry) {
        boolean isPage() {
            return key.kind() == ResourceKind.PAGE || key.kind() == ResourceKind.BLOGPOST;
        }

        Instant versionAt() {
            return Objects.requireNonNullElse(entry.versionAt(), Instant.EPOCH);
        }

        String sourceKey() {
            return isPage() ? DestinationLayout.rawBody(key) : entry.outputPath();
        }

        String sourceChecksum() {
            return orEmpty(isPage() ? entry.sourceChecksum() : entry.checksum());
        }

        long sourceSize() {
            return Objects.requireNonNullElse(isPage() ? entry.sourceSize() : entry.size(), 0L);
        }

        /** Null when they are not known: other tools do not say. */
        @Nullable
        String details() {
            boolean ours = entry.identity() != null;
            return entry.details() == null && ours ? "" : entry.details();
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    private record RowReference(
            Row row, String token, @Nullable String path) {}

    private record RowFinding(Row row, int ordinal, String kind, String what, int count) {}

    /** {@link UnreadableSnapshotException} when such an entry cannot be. */
    void add(ResourceKey key, SnapshotEntry entry) {
        requireSound(entry);
        rows.add(new Row(key, entry));
        count++;
        if (rows.size() == AT_ONCE) {
            flush();
        }
    }

    int count() {
        return count;
    }

    /** A snapshot may come from anywhere: nothing in it may lead out of the destination, or to Sluice's own files. */
    private static void requireSound(SnapshotEntry entry) {
        if (!SnapshotEntry.STATUSES.contains(entry.status())) {
            throw new UnreadableSnapshotException("'" + entry.status() + "' is no status", null);
        }
        try {
            ObjectKeys.requireSafe(entry.outputPath());
        } catch (IllegalArgumentException e) {
            throw new UnreadableSnapshotException("'" + entry.outputPath() + "' is no path in it", e);
        }
        if (isTooLong(entry.outputPath())) {
            throw new UnreadableSnapshotException("it has a path that no store takes", null);
        }
        if (entry.outputPath().startsWith(DestinationLayout.HOME)) {
            throw new UnreadableSnapshotException("'" + entry.outputPath() + "' is Sluice's own", null);
        }
    }

    private static boolean isTooLong(String path) {
        return length(path) > LONGEST_PATH || Stream.of(path.split("/")).anyMatch(name -> length(name) > LONGEST_NAME);
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    void flush() {
        try {
            insertEntries();
            insertReferences();
            insertFindings();
            insertImages();
            rows.clear();
        } catch (SQLException e) {
            String state = e.getSQLState();
            if (state != null && state.startsWith(DATA_EXCEPTION)) {
                throw new UnreadableSnapshotException("it holds what the database does not take", e);
            }
            throw new ManifestException("the snapshot cannot be taken over", e);
        }
    }

    private void insertEntries() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ENTRIES)) {
            insert.setString(1, export.value());
            new Columns<>(connection, insert, 2, rows)
                    .add("text", row -> row.key().toString())
                    .add("text", row -> row.entry().status())
                    .add("int4", row -> row.entry().version())
                    .add("timestamptz", row -> Timestamp.from(row.versionAt()))
                    .add("text", row -> Row.orEmpty(row.entry().identity()))
                    .add("text", row -> row.entry().outputPath())
                    .add("text", row -> Row.orEmpty(row.entry().checksum()))
                    .add("int8", row -> Objects.requireNonNullElse(row.entry().size(), 0L))
                    .add("text", Row::sourceKey)
                    .add("text", Row::sourceChecksum)
                    .add("int8", Row::sourceSize)
                    .add("text", this::format)
                    .add("timestamptz", row -> Timestamp.from(row.entry().fetchedAt()))
                    .add("text", Row::details)
                    .add("text", row -> row.entry().etag())
                    .add("text", row -> HttpDates.said(row.entry().lastModified()));
            insert.executeUpdate();
        }
    }

    private void insertImages() throws SQLException {
        List<Row> images = rows.stream()
                .filter(row -> row.key().kind() == ResourceKind.IMAGE)
                .toList();
        try (PreparedStatement insert = connection.prepareStatement(IMAGES)) {
            insert.setString(1, export.value());
            new Columns<>(connection, insert, 2, images)
                    .add("text", row -> row.key().toString());
            insert.executeUpdate();
        }
    }

    private String format(Row row) {
        String known = row.entry().format();
        return row.isPage() ? Objects.requireNonNullElse(known, format) : "";
    }

    private void insertReferences() throws SQLException {
        List<RowReference> references = new ArrayList<>();
        rows.forEach(row -> addReferences(row, references));
        try (PreparedStatement insert = connection.prepareStatement(REFERENCES)) {
            insert.setString(1, export.value());
            new Columns<>(connection, insert, 2, references)
                    .add("text", reference -> reference.row().key().toString())
                    .add("text", RowReference::token)
                    .add("text", RowReference::path);
            insert.executeUpdate();
        }
    }

    private static void addReferences(Row row, List<RowReference> references) {
        Map<String, @Nullable String> known = row.entry().references();
        if (known != null) {
            known.forEach((token, path) -> references.add(new RowReference(row, token, path)));
        } else if (row.isPage()
                && row.entry().format() == null
                && row.entry().status().equals(SnapshotEntry.ACTIVE)) {
            references.add(new RowReference(row, ReferenceToken.UNKNOWN, ""));
        }
    }

    private void insertFindings() throws SQLException {
        List<RowFinding> findings = new ArrayList<>();
        rows.forEach(row -> addFindings(row, findings));
        if (findings.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(FINDINGS)) {
            insert.setString(1, export.value());
            new Columns<>(connection, insert, 2, findings)
                    .add("text", finding -> finding.row().key().toString())
                    .add("int4", RowFinding::ordinal)
                    .add("text", RowFinding::kind)
                    .add("text", RowFinding::what)
                    .add("int4", RowFinding::count);
            insert.executeUpdate();
        }
    }

    private static void addFindings(Row row, List<RowFinding> all) {
        int first = all.size();
        Findings findings = new Findings(
                Objects.requireNonNullElse(row.entry().unhandledMacros(), Map.of()),
                Objects.requireNonNullElse(row.entry().brokenLinks(), List.of()));
        findings.unhandledMacros()
                .forEach((name, times) -> all.add(new RowFinding(row, all.size() - first, "macro", name, times)));
        findings.brokenLinks().forEach(link -> all.add(new RowFinding(row, all.size() - first, "link", link, 1)));
    }
}
