package dev.sluice.cli.run;

import dev.sluice.cli.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for the time of one command; it goes with everything in it. */
public record TemporaryFolder(Path path) implements AutoCloseable {

    /** A new one, whose name begins like this. */
    public static TemporaryFolder named(String prefix) {
        try {
            return new TemporaryFolder(Files.createTempDirectory(prefix));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        new FileTree(path).remove();
    }
}
