package dev.sluice.systemtests.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The applications as the build made them, and the folder of this module's own files. */
public final class Installation {

    private static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Installation() {}

    /** The runnable jar of a module. */
    static Path application(String module) {
        Path jar = MODULE.resolveSibling(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: run './mvnw -pl system-tests -am verify'");
        }
        return jar;
    }

    /** The root of the sources. */
    public static Path checkout() {
        return MODULE.resolve("..").normalize();
    }

    /** Where processes log to. */
    public static Path logs() {
        return folder("logs");
    }

    /** Where the command line's loaded classes are kept between runs of the tests. */
    static Path cache() {
        return MODULE.resolve("target").resolve("sluice.aot");
    }

    /** A folder name of its own for every call. */
    public static Path newFolder(String name) {
        return folder("work")
                .resolve("%s-%d-%d".formatted(name, ProcessHandle.current().pid(), NUMBER.incrementAndGet()));
    }

    /** Removes a folder and all that is in it. */
    public static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static Path folder(String name) {
        try {
            return Files.createDirectories(MODULE.resolve("target").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
