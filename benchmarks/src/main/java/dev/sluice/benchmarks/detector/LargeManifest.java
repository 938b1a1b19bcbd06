package dev.sluice.benchmarks.detector;

import dev.sluice.detector.manifest.Manifest;
import dev.sluice.markdown.MarkdownConverter;
import dev.sluice.markdown.MarkdownOptions;
import dev.sluice.pipeline.PageResource;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** A manifest in the detector's own schema that knows every one of the listed pages, in the version listed. */
final class LargeManifest implements AutoCloseable {

    private static final String COPY =
            "copy detector.manifest_entry (export_id, resource, status, run_id, version_number,"
                    + " version_at, identity, path, checksum, size, source_key, source_checksum, source_size, format,"
                    + " exported_at, run_number) from stdin";
    private static final int ROWS_AT_ONCE = 1000;

    private final AgroalDataSource database;

    private LargeManifest(AgroalDataSource database) {
        this.database = database;
    }

    /** Takes about a minute for a million entries. */
    static LargeManifest fill(String jdbcUrl, String user, ListedPages pages, int count) throws SQLException {
        Flyway.configure()
                .dataSource(jdbcUrl, user, "")
                .schemas("detector")
                .locations("db/detector")
                .load()
                .migrate();
        AgroalDataSource database = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(8)
                        .acquisitionTimeout(Duration.ofSeconds(30))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(jdbcUrl))));
        try (Connection connection = database.getConnection()) {
            copy(connection, pages, count);
            try (Statement statement = connection.createStatement()) {
                statement.execute("vacuum (analyze) detector.manifest_entry");
            }
        }
        return new LargeManifest(database);
    }

    Manifest manifest() {
        return new Manifest(database);
    }

    private static void copy(Connection connection, ListedPages pages, int count) throws SQLException {
        String format = new MarkdownConverter(MarkdownOptions.defaults()).fingerprint();
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        StringBuilder rows = new StringBuilder();
        for (int number = 0; number < count; number++) {
            rows.append(row(pages.page(number), format));
            if (number % ROWS_AT_ONCE == ROWS_AT_ONCE - 1 || number == count - 1) {
                byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
                rows.setLength(0);
            }
        }
        copy.endCopy();
    }

    private static String row(PageResource page, String format) {
        String checksum = "%064x".formatted(page.key().hashCode());
        return String.join(
                        "\t",
                        ListedPages.EXPORT.value(),
                        page.key().toString(),
                        "active",
                        "run",
                        Integer.toString(page.version().number()),
                        page.version().createdAt().toString(),
                        page.identity().replace("\n", "\\n"),
                        page.path(),
                        checksum,
                        "4000",
                        ".sluice/raw/page/" + page.key().id() + ".xml",
                        checksum,
                        "5000",
                        format,
                        page.version().createdAt().toString(),
                        "1")
                + "\n";
    }

    @Override
    public void close() {
        database.close();
    }
}
