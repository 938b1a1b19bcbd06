package dev.sluice.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/** Files that are written before they get their place, in a folder of their own. */
record LocalTemporaries(Path folder) {

    /** A path that nobody has used. */
    Path next() {
        return folder.resolve(UUID.randomUUID().toString());
    }

    /** Removes one that is not needed any more. */
    void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // the sweep of a later run takes it
            return;
        }
    }

    /** Removes those that processes left before then when they died. */
    void sweep(Instant before) throws IOException {
        try (Stream<Path> leftovers = Files.list(folder)) {
            for (Path leftover : (Iterable<Path>) leftovers::iterator) {
                if (Files.getLastModifiedTime(leftover, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(before)) {
                    Files.deleteIfExists(leftover);
                }
            }
        } catch (NoSuchFileException | UncheckedIOException e) {
            // another process is sweeping the same folder: the rest is its work, or the next run's
            return;
        }
    }
}
