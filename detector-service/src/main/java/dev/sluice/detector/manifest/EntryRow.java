package dev.sluice.detector.manifest;

import dev.sluice.pipeline.SnapshotEntry;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The present row of the manifest read whole, as an entry of the snapshot. */
final class EntryRow {

    private final ResultSet row;

    EntryRow(ResultSet row) {
        this.row = row;
    }

    String resource() throws SQLException {
        return row.getString(1);
    }

    SnapshotEntry entry() throws SQLException {
        boolean page = !resource().startsWith("attachment:");
        String status = row.getString(8);
        boolean active = status.equals(SnapshotEntry.ACTIVE);
        Instant versionAt = row.getTimestamp(3).toInstant();
        return new SnapshotEntry(
                row.getInt(2),
                versionAt.equals(Instant.EPOCH) ? null : versionAt,
                null,
                null,
                unlessEmpty(row.getString(4)),
                row.getLong(5),
                row.getString(6),
                row.getTimestamp(7).toInstant(),
                status,
                unlessEmpty(row.getString(9)),
                unlessEmpty(row.getString(10)),
                page ? unlessEmpty(row.getString(11)) : null,
                page ? row.getLong(12) : null,
                references(),
                active ? macros() : null,
                active ? links() : null);
    }

    private @Nullable Map<String, @Nullable String> references() throws SQLException {
        Array tokens = row.getArray(13);
        if (tokens == null) {
            return null;
        }
        String[] names = (String[]) tokens.getArray();
        @Nullable String[] paths = (String[]) row.getArray(14).getArray();
        Map<String, @Nullable String> references = LinkedHashMap.newLinkedHashMap(names.length);
        for (int i = 0; i < names.length; i++) {
            references.put(names[i], paths[i]);
        }
        return references;
    }

    private @Nullable Map<String, Integer> macros() throws SQLException {
        Array found = row.getArray(15);
        if (found == null) {
            return null;
        }
        String[] names = (String[]) found.getArray();
        Integer[] counts = (Integer[]) row.getArray(16).getArray();
        Map<String, Integer> macros = LinkedHashMap.newLinkedHashMap(names.length);
        for (int i = 0; i < names.length; i++) {
            macros.put(names[i], counts[i]);
        }
        return macros;
    }

    private @Nullable List<String> links() throws SQLException {
        Array found = row.getArray(17);
        return found == null ? null : List.of((String[]) found.getArray());
    }

    private static @Nullable String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
