package dev.sluice.detector.closing;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.detector.manifest.ManifestException;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.Wire;
import dev.sluice.store.ObjectStore;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Writes what rendering could not do into the destination, of every page of the export, whichever run rendered it. */
@ApplicationScoped
class FindingFiles {

    /** For a manifest of millions of entries: it is read as a whole. */
    private static final int LONGEST_SECONDS = 3600;

    private static final int ROWS_AT_ONCE = 1000;
    private static final String FINDINGS = "select f.what, f.count, f.page, e.path,"
            + " sum(f.count) over (partition by f.what) from detector.page_finding f"
            + " join detector.manifest_entry e on e.export_id = f.export_id and e.resource = f.page"
            + " where f.export_id = ? and f.kind = ? and e.status = 'active' order by ";

    private final AgroalDataSource database;

    FindingFiles(@DataSource("detector") AgroalDataSource database) {
        this.database = database;
    }

    /** How many macros are not known, and how many links lead nowhere. */
    record Count(int unhandledMacros, int brokenLinks) {}

    private interface Writer {
        int write(ResultSet rows, JsonGenerator json) throws SQLException, IOException;
    }

    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    Count write(ExportId export, ObjectStore store) {
        try (Connection connection = database.getConnection()) {
            int macros;
            try (PreparedStatement query =
                    query(connection, export, "macro", "f.what collate \"C\", e.path collate \"C\"")) {
                macros = put(store, DestinationLayout.MACROS, query, FindingFiles::macros);
            }
            try (PreparedStatement query = query(connection, export, "link", "e.path collate \"C\", f.ordinal")) {
                return new Count(macros, put(store, DestinationLayout.BROKEN_LINKS, query, FindingFiles::links));
            }
        } catch (SQLException e) {
            throw new ManifestException("what rendering found cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PreparedStatement query(Connection connection, ExportId export, String kind, String order)
            throws SQLException {
        PreparedStatement query = connection.prepareStatement(FINDINGS + order);
        query.setFetchSize(ROWS_AT_ONCE);
        query.setString(1, export.value());
        query.setString(2, kind);
        return query;
    }

    private static int put(ObjectStore store, String key, PreparedStatement query, Writer writer)
            throws SQLException, IOException {
        Path spool = Files.createTempFile("sluice-findings", ".json");
        try {
            int count;
            try (ResultSet rows = query.executeQuery();
                    OutputStream out = new BufferedOutputStream(Files.newOutputStream(spool));
                    JsonGenerator json = Wire.json().createGenerator(out)) {
                count = writer.write(rows, json);
            }
            try (InputStream in = Files.newInputStream(spool)) {
                store.put(key, in);
            }
            return count;
        } finally {
            Files.delete(spool);
        }
    }

    /** An object a macro, with the pages it is on. */
    private static int macros(ResultSet rows, JsonGenerator json) throws SQLException, IOException {
        int count = 0;
        String open = "";
        json.useDefaultPrettyPrinter().writeStartObject();
        while (rows.next()) {
            String name = rows.getString(1);
            if (!name.equals(open)) {
                close(json, open);
                json.writeObjectFieldStart(name);
                json.writeNumberField("count", rows.getInt(5));
                json.writeArrayFieldStart("pages");
                open = name;
            }
            json.writeStartObject();
            json.writeStringField("page", rows.getString(3));
            json.writeStringField("path", rows.getString(4));
            json.writeNumberField("count", rows.getInt(2));
            json.writeEndObject();
            count += rows.getInt(2);
        }
        close(json, open);
        json.writeEndObject();
        return count;
    }

    private static void close(JsonGenerator json, String macro) throws IOException {
        if (!macro.isEmpty()) {
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /** A line a link. */
    private static int links(ResultSet rows, JsonGenerator json) throws SQLException, IOException {
        int count = 0;
        json.setRootValueSeparator(null);
        while (rows.next()) {
            json.writeStartObject();
            json.writeStringField("page", rows.getString(3));
            json.writeStringField("path", rows.getString(4));
            json.writeStringField("target", rows.getString(1));
            json.writeEndObject();
            json.writeRaw('\n');
            count++;
        }
        return count;
    }
}
