package dev.sluice.cli.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A PostgreSQL server as a child process, on loopback, whose data stays in a folder. */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The user to connect as; no password is asked for on loopback. */
    public static final String USER = "postgres";

    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts a server on the data of the folder, which is made when missing. One that a killed process left is stopped. */
    public static EmbeddedDatabase start(Path data) {
        try {
            Files.createDirectories(data);
            stopLeftover(data);
            Path log = data.resolveSibling("log").resolve("postgres.log");
            Files.createDirectories(log.getParent());
            ProcessBuilder.Redirect toLog = ProcessBuilder.Redirect.appendTo(log.toFile());
            return new EmbeddedDatabase(EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOutputRedirector(toLog)
                    .setErrorRedirector(toLog)
                    .setPGStartupWait(LONGEST_START)
                    .setServerConfig("max_connections", "40")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("jit", "off")
                    .start());
        } catch (IOException | IllegalStateException e) {
            throw new EmbeddedStartException("The embedded PostgreSQL did not start on " + data, e);
        }
    }

    /** Starts a server on a copy of the data, which stays as it is but that a server which a killed process left is stopped. */
    static EmbeddedDatabase startOnCopy(Path data, Path copy) {
        try {
            stopLeftover(data);
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    if (!file.getFileName().toString().equals("postmaster.pid")) {
                        Files.copy(
                                file,
                                copy.resolve(data.relativize(file).toString()),
                                StandardCopyOption.COPY_ATTRIBUTES);
                    }
                }
            }
            return start(copy);
        } catch (IOException e) {
            throw new EmbeddedStartException("The database in " + data + " cannot be copied", e);
        }
    }

    /** JDBC address of the database. */
    public String jdbcUrl() {
        return postgres.getJdbcUrl(USER, USER);
    }

    /** Connections to the database. */
    public DataSource dataSource() {
        return postgres.getPostgresDatabase();
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stopLeftover(Path data) throws IOException {
        // a command that was killed while it started a server leaves who starts it: afterwards the lock file names the
        // server
        for (ProcessHandle starter : starters(data).toList()) {
            awaitEnd(starter, data);
        }
        Optional<ProcessHandle> leftover = leftover(data);
        if (leftover.isPresent()) {
            signal(leftover.get(), "-INT");
            awaitEnd(leftover.get(), data);
        }
    }

    /** Those who are about to start a server on the folder, where the system tells what processes were called with. */
    private static Stream<ProcessHandle> starters(Path data) {
        return ProcessHandle.allProcesses().filter(process -> {
            List<String> words = Stream.concat(
                            process.info().command().stream(),
                            Stream.of(process.info().arguments().orElse(new String[0])))
                    .toList();
            return words.contains(data.toString()) && words.stream().anyMatch(word -> word.endsWith("pg_ctl"));
        });
    }

    private static void awaitEnd(ProcessHandle process, Path data) throws IOException {
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IOException("PostgreSQL process " + process.pid() + " still works on " + data, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The server that the folder's lock file names, when it is alive and indeed a PostgreSQL. */
    private static Optional<ProcessHandle> leftover(Path data) throws IOException {
        Path lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(lock);
        if (lines.isEmpty() || !lines.getFirst().matches("[0-9]+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst()))
                .filter(process -> process.info().command().orElse("").contains("postgres"));
    }

    /** INT is what PostgreSQL takes as: roll back, disconnect, stop. */
    private static void signal(ProcessHandle process, String signal) throws IOException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                .start()
                .onExit()
                .join();
    }
}
