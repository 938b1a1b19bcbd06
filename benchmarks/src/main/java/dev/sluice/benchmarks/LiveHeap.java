package dev.sluice.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/** What a Java process holds in its heap at the most, as full collections made from outside show it. */
final class LiveHeap implements LongConsumer {

    private static final String JCMD =
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();

    private long peak;
    private List<String> classes = List.of();

    /** Bytes that could not be collected when they were most. */
    long peak() {
        return peak;
    }

    /** The classes that took most of them then, as the JDK words it. */
    List<String> classes() {
        return classes;
    }

    /** Collects, and counts what is left; nothing happens while the process cannot be talked to yet, or any more. */
    @Override
    public void accept(long pid) {
        ProcessBuilder histogram =
                new ProcessBuilder(JCMD, Long.toString(pid), "GC.class_histogram").redirectErrorStream(true);
        List<String> lines;
        try (BufferedReader reader = histogram.start().inputReader()) {
            lines = reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long live = lines.stream()
                .filter(line -> line.startsWith("Total"))
                .mapToLong(line -> Long.parseLong(line.strip().split("\\s+", -1)[2]))
                .findFirst()
                .orElse(0);
        if (live > peak) {
            peak = live;
            classes =
                    lines.stream().filter(line -> line.matches("\\s+[0-9]:.*")).toList();
        }
    }
}
