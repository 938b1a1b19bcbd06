package dev.sluice.benchmarks.markdown;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The bodies that are converted over and over. */
enum BodySet {
    /** Ordinary pages. */
    PAGES(400, 2_500),
    /** Pages as long as a manual. */
    MANUALS(4, 250_000);

    /** A smaller set is repeated, for processor time is counted in hundredths of a second. */
    private static final int LEAST_BYTES = 1_000_000;

    private final int count;
    private final int length;

    BodySet(int count, int length) {
        this.count = count;
        this.length = length;
    }

    /** The set of that name, or all storage files in and below that folder. */
    static List<String> read(String name) throws IOException {
        for (BodySet set : values()) {
            if (set.name().equals(name)) {
                return SamplePages.of(set.count, set.length);
            }
        }
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(name))) {
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(xhtml|html|xml)"))
                    .sorted()
                    .toList()) {
                found.add(Files.readString(file));
            }
        }
        List<String> bodies = new ArrayList<>(found);
        while (bytes(bodies) < LEAST_BYTES) {
            bodies.addAll(found);
        }
        return bodies;
    }

    static long bytes(List<String> bodies) {
        return bodies.stream()
                .mapToLong(body -> body.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }
}
