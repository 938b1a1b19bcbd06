package dev.sluice.systemtests.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The options that start the command line as the launcher does: with the classes that a trial run has loaded. */
final class FastStart {

    private static final Duration LONGEST_TRIAL = Duration.ofMinutes(10);
    private static final List<String> SMALL = List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private FastStart() {}

    /** The options for the runnable jar; the first call after a build takes a minute or two. */
    static synchronized List<String> options(Path jar) {
        Path cache = Installation.cache();
        if (!isNewer(cache, jar)) {
            record(jar, cache);
        }
        return Stream.concat(SMALL.stream(), Stream.of("-XX:AOTCache=" + cache, "-Xlog:disable"))
                .toList();
    }

    private static boolean isNewer(Path cache, Path jar) {
        try {
            return Files.exists(cache)
                    && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void record(Path jar, Path cache) {
        Path folder = Installation.newFolder("trial");
        List<String> trial = List.of(
                "-XX:AOTCacheOutput=" + cache,
                "-Xlog:disable",
                "-jar",
                jar.toString(),
                "demo",
                "--pages",
                "30",
                "--output-path",
                folder.toString());
        try (JavaProcess process = JavaProcess.start(
                "sluice-trial", Stream.concat(SMALL.stream(), trial.stream()).toList(), Map.of())) {
            if (process.await(LONGEST_TRIAL) != 0) {
                throw new IllegalStateException("The trial run failed: " + process.err());
            }
        }
        Installation.remove(folder);
    }
}
