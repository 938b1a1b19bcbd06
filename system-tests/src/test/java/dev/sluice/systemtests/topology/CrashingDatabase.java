package dev.sluice.systemtests.topology;

import static org.awaitility.Awaitility.await;

import dev.sluice.cli.embedded.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A PostgreSQL server that can crash: it drops all that is under way, recovers from its log, and is there again. */
final class CrashingDatabase implements AutoCloseable {

    private final EmbeddedDatabase database;

    CrashingDatabase() {
        database = EmbeddedDatabase.start(Installation.newFolder("database").resolve("db"));
        // what is committed is kept, as on a server; the command line does without
        run("alter database postgres set synchronous_commit = on");
    }

    String jdbcUrl() {
        return database.jdbcUrl();
    }

    /** One of its processes is killed with -9, whereupon it takes itself for damaged and starts anew, unless it is about to. */
    void crash() {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet pid = statement.executeQuery("select pg_backend_pid()")) {
            pid.next();
            ProcessHandle.of(pid.getLong(1)).ifPresent(ProcessHandle::destroyForcibly);
            statement.execute("select pg_sleep(5)");
        } catch (SQLException e) {
            // it has lost its connections, as was intended
        }
    }

    /** Returns when it takes connections. */
    void awaitReady() {
        await("the database is ready")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .untilAsserted(() -> run("select 1"));
    }

    private void run(String sql) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
