package dev.sluice.benchmarks.detector;

import dev.sluice.cli.embedded.EmbeddedDatabase;
import dev.sluice.detector.decide.Decisions;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.Wire;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Decides on every page of a large site of which nothing changed: from the bytes of the descriptors to the bytes of the
 * outcomes, in batches as the detector takes them from Kafka, against a real PostgreSQL on the same machine. What Kafka
 * itself costs is not in it.
 */
@Command(name = "detector-benchmark", mixinStandardHelpOptions = true)
public final class DetectorBenchmark implements Callable<Integer> {

    @Option(names = "--entries", defaultValue = "1000000", description = "Of the manifest.")
    int entries = 1_000_000;

    @Option(names = "--batch", defaultValue = "1000", description = "Descriptors decided on at once.")
    int batch = 1000;

    @Option(names = "--rounds", defaultValue = "5", description = "The median of so many is the figure.")
    int rounds = 5;

    private final PrintStream out;

    private DetectorBenchmark(PrintStream out) {
        this.out = out;
    }

    /** Runs the benchmark that the arguments describe. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new DetectorBenchmark(System.out)).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("sluice-benchmark");
        ListedPages pages = new ListedPages();
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("db"));
                LargeManifest manifest = LargeManifest.fill(server.jdbcUrl(), EmbeddedDatabase.USER, pages, entries)) {
            out.printf("%,d entries, batches of %,d, %d rounds over all of them%n", entries, batch, rounds);
            Decisions decisions = new Decisions(manifest.manifest(), new NoFiles());
            double[] rates = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                rates[round] = entries / (round(decisions, pages) / 1e9);
                out.printf("  %,.0f descriptors/s%n", rates[round]);
            }
            Arrays.sort(rates);
            out.printf("median: %,.0f descriptors/s%n", rates[rounds / 2]);
        } finally {
            delete(folder);
        }
        return 0;
    }

    /** Nanoseconds of deciding; making the messages is not in it. */
    private long round(Decisions decisions, ListedPages pages) {
        long nanos = 0;
        for (int first = 0; first < entries; first += batch) {
            List<byte[]> messages = new ArrayList<>(batch);
            for (int number = first; number < Math.min(first + batch, entries); number++) {
                messages.add(pages.message(number));
            }
            long start = System.nanoTime();
            List<byte[]> outcomes = decide(decisions, messages);
            nanos += System.nanoTime() - start;
            if (outcomes.size() != 1) {
                throw new IllegalStateException("everything should be unchanged: " + outcomes.size() + " outcomes");
            }
        }
        return nanos;
    }

    private static List<byte[]> decide(Decisions decisions, List<byte[]> messages) {
        List<Descriptor> seen = new ArrayList<>(messages.size());
        messages.forEach(message -> seen.add(Wire.decode(message, Descriptor.class)));
        Decisions.Verdict verdict = decisions.on(seen);
        List<Outcome> outcomes = new ArrayList<>(verdict.unchanged());
        if (!verdict.changes().isEmpty()) {
            throw new IllegalStateException(
                    "nothing should have changed: " + verdict.changes().getFirst());
        }
        return outcomes.stream().map(Wire::encode).toList();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
