package dev.sluice.benchmarks.markdown;

import dev.sluice.markdown.ExampleLinks;
import dev.sluice.markdown.MarkdownConverter;
import dev.sluice.markdown.MarkdownOptions;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.parser.Parser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One thread converts a set of bodies, and the parser alone reads the same set. Rounds are counted, not timed, so that
 * the compiler has seen the same work on a busy machine as on an idle one.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 60, batchSize = ConversionBenchmark.SETS)
@Measurement(iterations = 20, batchSize = ConversionBenchmark.SETS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
public class ConversionBenchmark {

    /** How often an iteration goes through the set. */
    static final int SETS = 10;

    /** The name of a {@link BodySet}, or a folder with storage files. */
    @Param("PAGES")
    public String bodies = "PAGES";

    private final MarkdownConverter converter = new MarkdownConverter(MarkdownOptions.defaults());
    private final ExampleLinks links = new ExampleLinks();
    private List<String> storage = List.of();

    /** Makes or reads the bodies. */
    @Setup
    public void read() throws IOException {
        storage = BodySet.read(bodies);
    }

    /** Storage format to Markdown. */
    @Benchmark
    public void convert(Blackhole sink) {
        for (String body : storage) {
            sink.consume(converter.convert(ExampleLinks.page(body), links));
        }
    }

    /** What the parser takes of that. */
    @Benchmark
    public void parse(Blackhole sink) {
        for (String body : storage) {
            sink.consume(Parser.xmlParser().parseInput(body, ""));
        }
    }
}
