package dev.sluice.benchmarks.markdown;

import dev.sluice.markdown.ExampleLinks;
import dev.sluice.markdown.HostilePages;
import dev.sluice.markdown.MarkdownConverter;
import dev.sluice.markdown.MarkdownOptions;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/** Converts every hostile body, of 2 MB and of half that, and lists those that take longest. */
final class WorstBodies {

    private static final int SIZE = 2_000_000;
    private static final int ROUNDS = 5;

    private final MarkdownConverter converter = new MarkdownConverter(MarkdownOptions.defaults());
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final PrintStream out;

    WorstBodies(PrintStream out) {
        this.out = out;
    }

    private record Time(String name, double half, double full) {}

    void report(int count) {
        List<Time> times = new ArrayList<>();
        HostilePages.all().forEach((name, page) -> times.add(time(name, page)));
        times.sort(Comparator.comparingDouble(Time::full).reversed());
        out.printf("%nthe slowest of %d hostile bodies of 2 MB, processor time, best of %d%n", times.size(), ROUNDS);
        for (Time time : times.subList(0, Math.min(count, times.size()))) {
            out.printf(
                    "  %-36s %6.0f ms, %.1f times that of 1 MB%n",
                    time.name(), time.full() * 1e3, time.full() / time.half());
        }
    }

    private Time time(String name, IntFunction<String> page) {
        String half = page.apply(SIZE / 2);
        String full = page.apply(SIZE);
        double bestHalf = Double.MAX_VALUE;
        double bestFull = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            bestHalf = Math.min(bestHalf, seconds(half));
            bestFull = Math.min(bestFull, seconds(full));
        }
        return new Time(name, bestHalf, bestFull);
    }

    private double seconds(String body) {
        long start = threads.getCurrentThreadCpuTime();
        converter.convert(ExampleLinks.page(body), new ExampleLinks());
        return (threads.getCurrentThreadCpuTime() - start) / 1e9;
    }
}
