package dev.sluice.detector.manifest;

import dev.sluice.pipeline.SnapshotEntry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The manifest of an export read whole, as entries of the snapshot: the rows of its tables side by side, in one order, so
 * that nothing depends on how many rows the database expects.
 */
final class EntryRows implements AutoCloseable {

    private static final String ENTRIES = "select resource, version_number, version_at, checksum, size, path,"
            + " exported_at, status, identity, format, source_checksum, source_size, details, etag,"
            + " last_modified"
            + " from detector.manifest_entry where export_id = ? order by resource";
    private static final String REFERENCES =
            "select page, token, path from detector.page_reference where export_id = ? order by page, token";
    private static final String FINDINGS =
            "select page, kind, what, count from detector.page_finding" + " where export_id = ? order by page, ordinal";

    private final OrderedRows entries;
    private final OrderedRows references;
    private final OrderedRows findings;

    EntryRows(Connection connection, String export) throws SQLException {
        entries = new OrderedRows(connection, ENTRIES, export);
        references = new OrderedRows(connection, REFERENCES, export);
        findings = new OrderedRows(connection, FINDINGS, export);
    }

    boolean next() throws SQLException {
        return entries.next();
    }

    String resource() throws SQLException {
        return entries.row().getString(1);
    }

    SnapshotEntry entry() throws SQLException {
        ResultSet row = entries.row();
        String resource = resource();
        Found found = found(resource);
        String status = row.getString(8);
        boolean page = !resource.startsWith("attachment:");
        boolean active = status.equals(SnapshotEntry.ACTIVE);
        Instant versionAt = row.getTimestamp(3).toInstant();
        return new SnapshotEntry(
                row.getInt(2),
                versionAt.equals(Instant.EPOCH) ? null : versionAt,
                row.getString(14),
                HttpDates.instant(row.getString(15)),
                unlessEmpty(row.getString(4)),
                row.getLong(5),
                row.getString(6),
                row.getTimestamp(7).toInstant(),
                status,
                unlessEmpty(row.getString(9)),
                unlessEmpty(row.getString(10)),
                page ? unlessEmpty(row.getString(11)) : null,
                page ? row.getLong(12) : null,
                references(resource),
                active && !found.macros().isEmpty() ? found.macros() : null,
                active && !found.links().isEmpty() ? found.links() : null,
                unlessEmpty(Objects.requireNonNullElse(row.getString(13), "")));
    }

    private @Nullable Map<String, @Nullable String> references(String page) throws SQLException {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        while (references.isOf(page)) {
            all.put(references.row().getString(2), references.row().getString(3));
            references.next();
        }
        return all.isEmpty() ? null : all;
    }

    private record Found(Map<String, Integer> macros, List<String> links) {}

    private Found found(String page) throws SQLException {
        Found found = new Found(new LinkedHashMap<>(), new ArrayList<>());
        while (findings.isOf(page)) {
            ResultSet row = findings.row();
            if (row.getString(2).equals("macro")) {
                found.macros().put(row.getString(3), row.getInt(4));
            } else {
                found.links().add(row.getString(3));
            }
            findings.next();
        }
        return found;
    }

    private static @Nullable String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    @Override
    public void close() throws SQLException {
        entries.close();
        references.close();
        findings.close();
    }
}
