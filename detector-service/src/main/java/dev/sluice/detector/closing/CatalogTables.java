package dev.sluice.detector.closing;

import dev.sluice.pipeline.CatalogEntry;
import dev.sluice.pipeline.CatalogFormat;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.ReferenceToken;
import dev.sluice.pipeline.RunRef;
import dev.sluice.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The catalog of a run as temporary tables of the present transaction: {@code listed (resource)}, {@code names (token,
 * path)}, and, joined with the manifest, {@code vanished (resource, path)} and {@code live_path (path)}.
 */
final class CatalogTables {

    private static final int CHUNK = 1 << 16;

    private final Connection connection;
    private final ObjectStore store;
    private final RunRef run;

    CatalogTables(Connection connection, ObjectStore store, RunRef run) {
        this.connection = connection;
        this.store = store;
        this.run = run;
    }

    void load() throws SQLException {
        execute("create temporary table listed (resource text) on commit drop");
        execute("create temporary table names (token text, path text) on commit drop");
        copy("listed", (entry, row) -> row.add(entry.resource().key().toString()));
        copy(
                "names",
                (entry, row) -> ReferenceToken.of(entry.resource())
                        .forEach(token -> row.add(token, entry.resource().path())));
        execute("analyze listed");
        execute("analyze names");
        derive(
                "vanished",
                "select e.resource, e.path from detector.manifest_entry e where e.export_id = ?"
                        + " and (e.status = 'inaccessible' or e.status = 'active'"
                        + " and not exists (select from listed l where l.resource = e.resource))");
        derive(
                "live_path",
                "select e.path from detector.manifest_entry e join listed l on l.resource = e.resource"
                        + " where e.export_id = ? and e.status = 'active'");
    }

    /** Hands over the catalog's entries, file by file. */
    void read(Consumer<Stream<CatalogEntry>> reader) {
        for (String file : files()) {
            InputStream in = store.open(file).orElseThrow();
            try (Stream<CatalogEntry> entries = CatalogFormat.read(in)) {
                reader.accept(entries);
            }
        }
    }

    private List<String> files() {
        try (Stream<String> keys = store.list(DestinationLayout.catalog(run.run()))) {
            return keys.sorted().toList();
        }
    }

    private interface RowWriter {
        void write(CatalogEntry entry, CopyRows rows);
    }

    private void copy(String table, RowWriter writer) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
        CopyRows rows = new CopyRows(copy);
        try {
            read(entries -> entries.forEach(entry -> writer.write(entry, rows)));
            rows.flush();
            copy.endCopy();
        } catch (UncheckedIOException e) {
            throw new SQLException("the catalog cannot be copied", e);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void derive(String table, String select) throws SQLException {
        try (PreparedStatement create =
                connection.prepareStatement("create temporary table " + table + " on commit drop as " + select)) {
            create.setString(1, run.export().value());
            create.executeUpdate();
        }
        execute("analyze " + table);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Rows in the text form of COPY, sent in chunks. */
    private static final class CopyRows {
        private final CopyIn copy;
        private final StringBuilder buffer = new StringBuilder(CHUNK + 4096);

        CopyRows(CopyIn copy) {
            this.copy = copy;
        }

        void add(String... columns) {
            for (int i = 0; i < columns.length; i++) {
                buffer.append(i == 0 ? "" : "\t").append(escaped(columns[i]));
            }
            buffer.append('\n');
            if (buffer.length() > CHUNK) {
                flush();
            }
        }

        void flush() {
            byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
            buffer.setLength(0);
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
            } catch (SQLException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }

        private static String escaped(String value) {
            return value.replace("\\", "\\\\")
                    .replace("\t", "\\t")
                    .replace("\n", "\\n")
                    .replace("\r", "\\r");
        }
    }
}
