package dev.sluice.detector.closing;

import dev.sluice.catalog.Catalog;
import dev.sluice.pipeline.AttachmentFilter;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.MemberDigest;
import dev.sluice.pipeline.ReferenceToken;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.RunRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The catalog of a run as temporary tables of the present transaction: {@code listed (resource, path)}, {@code names
 * (token, path, resource)} with the answer to every question that a page of the export may have asked, and, joined with
 * the manifest, {@code vanished (resource, path, checksum)}. Entries of the manifest that are stale and listed again
 * become active.
 */
final class CatalogTables {

    private static final int CHUNK = 1 << 16;

    private final Connection connection;
    private final Catalog catalog;
    private final ExportId export;
    private final AttachmentFilter filter;
    private final boolean keeping;

    /** {@code keeping}: whether files of what vanished stay; then its entries become stale. */
    CatalogTables(Connection connection, Catalog catalog, RunRef run, boolean keeping) {
        this.connection = connection;
        this.catalog = catalog;
        this.export = run.export();
        this.keeping = keeping;
        this.filter = AttachmentFilter.of(run.markdownSettings());
    }

    void load() throws SQLException {
        execute("create temporary table names (token text, path text, resource text) on commit drop");
        copyNames();
        execute("create temporary table listed on commit drop as select distinct resource, path from names"
                + " where resource is not null");
        execute("analyze listed");
        derive(
                "vanished",
                "select e.resource, e.path, e.checksum from detector.manifest_entry e"
                        + " left join listed l on l.resource = e.resource where e.export_id = ?"
                        + " and e.resource not like 'image:%' and (e.status = 'inaccessible'"
                        + " or e.status in ('active', 'stale') and l.resource is null)");
        update("update detector.manifest_entry e set status = 'active' from listed l"
                + " where e.export_id = ? and e.status = 'stale' and l.resource = e.resource");
        if (keeping) {
            update("update detector.manifest_entry e set status = 'stale' from vanished v"
                    + " where e.export_id = ? and e.status = 'active' and v.resource = e.resource");
        }
        addBodies();
        addImages();
        execute("analyze names");
        answerUnknown();
    }

    private void update(String sql) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, export.value());
            update.executeUpdate();
        }
    }

    /** What is linked from pages whose references are not known may lead nowhere as soon as anything moves or vanishes. */
    private void answerUnknown() throws SQLException {
        String sql = "insert into names select ?, case when exists (select from vanished) or exists (select from"
                + " detector.old_path where export_id = ?) then 'moved' else '' end";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, ReferenceToken.UNKNOWN);
            insert.setString(2, export.value());
            insert.executeUpdate();
        }
    }

    private void copyNames() throws SQLException {
        Map<String, MemberDigest> members = askedMembers();
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy names from stdin");
        CopyRows rows = new CopyRows(copy);
        try {
            catalog.read(entries -> entries.forEach(entry -> {
                addNames(entry.resource(), rows);
                addTo(members, entry.resource());
            }));
            members.values().removeIf(MemberDigest::isEmpty);
            members.forEach((token, digest) -> rows.add(token, digest.toString(), null));
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

    private void addTo(Map<String, MemberDigest> members, Resource resource) {
        if (!members.isEmpty()) {
            for (String token : ReferenceToken.memberships(resource)) {
                MemberDigest digest = members.get(token);
                if (digest != null) {
                    digest.add(resource, filter.answer(resource));
                }
            }
        }
    }

    /** The bodies that pages show of others, as the manifest has them. */
    private void addBodies() throws SQLException {
        // of what another tool exported the body is not known: whatever was shown last will do
        String sql = "insert into names select 'body:' || e.resource,"
                + " case when e.source_checksum <> '' then e.source_checksum else coalesce(shown.last, 'unknown') end from"
                + " (select substr(token, 6) as resource, max(path) as last from detector.page_reference"
                + " where export_id = ? and token like 'body:%' group by token) shown"
                + " join detector.manifest_entry e on e.resource = shown.resource"
                + " where e.export_id = ? and e.status = 'active'";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, export.value());
            insert.setString(2, export.value());
            insert.executeUpdate();
        }
    }

    /** The images that the export has: no listing has them. */
    private void addImages() throws SQLException {
        String sql = "insert into names select e.resource, e.path from detector.manifest_entry e"
                + " where e.export_id = ? and e.status = 'active' and e.resource like 'image:%'";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, export.value());
            insert.executeUpdate();
        }
    }

    /** What the export does not take answers to its names, but is as good as not listed. */
    private void addNames(Resource resource, CopyRows rows) {
        String key = filter.takes(resource) ? resource.key().toString() : null;
        ReferenceToken.of(resource).forEach(token -> rows.add(token, filter.answer(resource), key));
    }

    /** The questions for what belongs to pages, to be answered. */
    private Map<String, MemberDigest> askedMembers() throws SQLException {
        String sql = "select distinct token from detector.page_reference"
                + " where export_id = ? and token ~ '^(children|files|label|titled):'";
        Map<String, MemberDigest> asked = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, export.value());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    asked.put(rows.getString(1), new MemberDigest());
                }
            }
        }
        return asked;
    }

    private void derive(String table, String select) throws SQLException {
        try (PreparedStatement create =
                connection.prepareStatement("create temporary table " + table + " on commit drop as " + select)) {
            create.setString(1, export.value());
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

        void add(@Nullable String... columns) {
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

        private static String escaped(@Nullable String value) {
            if (value == null) {
                return "\\N";
            }
            return value.replace("\\", "\\\\")
                    .replace("\t", "\\t")
                    .replace("\n", "\\n")
                    .replace("\r", "\\r");
        }
    }
}
