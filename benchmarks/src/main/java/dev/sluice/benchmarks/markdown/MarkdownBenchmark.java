package dev.sluice.benchmarks.markdown;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
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
                .verbosity(VerboseMode.SILENT)
                .param("bodies", sets)
                .forks(forks)
                .addProfiler(ProcessorTime.class)
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
        Seconds convert = seconds("convert", set, results);
        Seconds parse = seconds("parse", set, results);
        out.printf("%n%s: %,d bodies of %,.0f bytes%n", set, bodies.size(), megabytes * 1e6 / bodies.size());
        out.printf("  %-22s %10s %10s %16s %10s%n", "a second of processor", "pages", "MB", "parser alone MB", "ratio");
        line("median", bodies.size(), megabytes, convert.median(), parse.median());
        line("best iteration", bodies.size(), megabytes, convert.best(), parse.best());
        line("by the clock, median", bodies.size(), megabytes, convert.clock(), parse.clock());
    }

    private void line(String what, int pages, double megabytes, double convert, double parse) {
        out.printf(
                "  %-22s %,10.0f %10.1f %16.1f %10.2f%n",
                what, pages / convert, megabytes / convert, megabytes / parse, convert / parse);
    }

    /** What the whole set takes. */
    private record Seconds(double median, double best, double clock) {}

    private static Seconds seconds(String method, String set, Collection<RunResult> results) {
        RunResult result = results.stream()
                .filter(found -> found.getParams().getBenchmark().endsWith("." + method))
                .filter(found -> found.getParams().getParam("bodies").equals(set))
                .findFirst()
                .orElseThrow();
        Statistics processor = Objects.requireNonNull(
                        result.getSecondaryResults().get(ProcessorTime.NAME))
                .getStatistics();
        Statistics clock = result.getPrimaryResult().getStatistics();
        return new Seconds(
                processor.getPercentile(50) / ConversionBenchmark.SETS,
                processor.getMin() / ConversionBenchmark.SETS,
                clock.getPercentile(50) / ConversionBenchmark.SETS);
    }
}
