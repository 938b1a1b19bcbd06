package dev.sluice.cli.embedded;

import dev.sluice.pipeline.ExportId;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** A server on a copy of an export's database, brought to the present schema: to be asked, and thrown away. */
public final class DatabaseCopy implements AutoCloseable {

    /**
     * The export that the database is of.
     *
     * @param minExportAt what was exported before is to be exported anew; null when nothing is
     */
    public record KnownExport(ExportId id, @Nullable Instant minExportAt) {}

    private final EmbeddedDatabase server;
    private final AgroalDataSource database;

    private DatabaseCopy(EmbeddedDatabase server, AgroalDataSource database) {
        this.server = server;
        this.database = database;
    }

    /** Copies the data, on which no server may be at work, to a folder that does not exist yet. */
    public static DatabaseCopy of(Path data, Path copy) {
        return migrated(EmbeddedDatabase.startOnCopy(data, copy));
    }

    /** Without any export, in a folder that does not exist yet. */
    public static DatabaseCopy empty(Path folder) {
        return migrated(EmbeddedDatabase.start(folder));
    }

    private static DatabaseCopy migrated(EmbeddedDatabase server) {
        try {
            for (String schema : List.of("planner", "detector")) {
                Flyway.configure()
                        .dataSource(server.jdbcUrl(), EmbeddedDatabase.USER, "")
                        .schemas(schema)
                        .locations("db/" + schema)
                        .load()
                        .migrate();
            }
            return new DatabaseCopy(server, connect(server));
        } catch (SQLException | RuntimeException e) {
            server.close();
            throw new EmbeddedStartException("The copy of the database cannot be used", e);
        }
    }

    public AgroalDataSource dataSource() {
        return database;
    }

    /** Null when the database knows of none. */
    public @Nullable KnownExport export() {
        try (Connection connection = database.getConnection();
                Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery("select id, min_export_at from planner.export limit 1")) {
            if (!rows.next()) {
                return null;
            }
            Timestamp minExportAt = rows.getTimestamp(2);
            return new KnownExport(
                    new ExportId(rows.getString(1)), minExportAt == null ? null : minExportAt.toInstant());
        } catch (SQLException e) {
            throw new EmbeddedStartException("The copy of the database cannot be read", e);
        }
    }

    @Override
    public void close() {
        database.close();
        server.close();
    }

    private static AgroalDataSource connect(EmbeddedDatabase server) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(2)
                        .acquisitionTimeout(Duration.ofSeconds(30))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(server.jdbcUrl()))));
    }
}
