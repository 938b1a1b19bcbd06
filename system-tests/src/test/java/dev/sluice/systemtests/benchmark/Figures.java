package dev.sluice.systemtests.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was measured, in lines for people, where the program that asked for it finds them. */
final class Figures {

    private final Path file;
    private final List<String> lines = new ArrayList<>();

    Figures(String name) {
        this.file = Path.of("target", name + ".txt");
    }

    void add(String line) {
        lines.add(line);
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
