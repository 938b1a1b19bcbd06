package dev.sluice.benchmarks.markdown;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the converter: pages and megabytes a second on one core, against the parser alone, and the worst bodies. */
@Command(name = "markdown", mixinStandardHelpOptions = true)
public final class MarkdownBenchmark implements Callable<Integer> {

    @Option(names = "--corpus", description = "A folder with storage files, measured as a set of its own.")
    @Nullable
    Path corpus;

    @Option(names = "--forks", defaultValue = "2", description = "JVMs for each figure.")
    int forks = 2;

    @Option(names = "--worst", defaultValue = "10", description = "How many of the worst bodies to list; 0 to skip.")
    int worst = 10;

    private final PrintStream out;

    private MarkdownBenchmark(PrintStream out) {
        this.out = out;
    }

    /** Runs the benchmark that the arguments describe. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new MarkdownBenchmark(System.out)).execute(arguments));
    }

    @Override
    public Integer call() throws RunnerException, IOException {
        String[] sets = Stream.concat(
                        Stream.of(BodySet.values()).map(BodySet::name),
                        Stream.ofNullable(corpus).map(Path::toString))
                .toArray(String[]::new);
        Options options = new OptionsBuilder()
                .include(ConversionBenchmark.class.getName())
                .param("bodies", sets)
                .forks(forks)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        for (String set : sets) {
            report(set, results);
        }
        if (worst > 0) {
            new WorstBodies(out).report(worst);
        }
        return 0;
    }

    private void report(String set, Collection<RunResult> results) throws IOException {
        List<String> bodies = BodySet.read(set);
        double megabytes = BodySet.bytes(bodies) / 1e6;
        Rate convert = rate("convert", set, results);
        Rate parse = rate("parse", set, results);
        out.printf(
                "%n%s: %,d bodies of %,.0f bytes%n"
                        + "  mean: %,.0f pages/s, %.1f MB/s; parser alone %.1f MB/s, ratio %.2f%n"
                        + "  best: %,.0f pages/s, %.1f MB/s; parser alone %.1f MB/s, ratio %.2f%n",
                set,
                bodies.size(),
                megabytes * 1e6 / bodies.size(),
                convert.mean() * bodies.size(),
                convert.mean() * megabytes,
                parse.mean() * megabytes,
                parse.mean() / convert.mean(),
                convert.best() * bodies.size(),
                convert.best() * megabytes,
                parse.best() * megabytes,
                parse.best() / convert.best());
    }

    /** Sets a second; the best iteration is what a machine with nothing else to do reaches. */
    private record Rate(double mean, double best) {}

    private static Rate rate(String method, String set, Collection<RunResult> results) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .filter(result -> result.getParams().getParam("bodies").equals(set))
                .map(result -> result.getPrimaryResult().getStatistics())
                .map(statistics -> new Rate(statistics.getMean(), statistics.getMax()))
                .findFirst()
                .orElseThrow();
    }
}
