package dev.sluice.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A folder with all that is in it, to be removed; what cannot be removed stays. */
public record FileTree(Path root) {

    /** Removes the folder, which must be there. */
    public void remove() {
        remove(_ -> true);
    }

    /** Removes what is in the folder, which must be there and stays. */
    public void clear() {
        remove(file -> !file.equals(root));
    }

    private void remove(Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder())
                    .filter(wanted)
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
