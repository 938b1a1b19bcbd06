package dev.sluice.cli.destination;

import dev.sluice.pipeline.SnapshotHead;
import dev.sluice.pipeline.SnapshotInput;
import dev.sluice.pipeline.UnreadableSnapshotException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Snapshots as files. */
public final class Snapshots {

    private Snapshots() {}

    /** Opens it; empty when there is none. {@link UnreadableSnapshotException} when it is no snapshot. */
    public static Optional<SnapshotInput> open(Path file) {
        try {
            return Optional.of(new SnapshotInput(new BufferedInputStream(Files.newInputStream(file))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it begins with; empty when there is none, or it cannot be read. */
    static Optional<SnapshotHead> head(Path file) {
        try (SnapshotInput snapshot = open(file).orElse(null)) {
            return snapshot == null ? Optional.empty() : Optional.of(snapshot.head());
        } catch (UnreadableSnapshotException e) {
            return Optional.empty();
        }
    }

    /**
     * What is to be said before the export is run without its database; empty when it has one, or has no snapshot
     * either.
     */
    public static Optional<String> adoption(Destination destination) {
        if (destination.hasDatabase()) {
            return Optional.empty();
        }
        Path file = destination.snapshot();
        try (SnapshotInput snapshot = open(file).orElse(null)) {
            if (snapshot == null) {
                return Optional.empty();
            }
            int[] entries = {0};
            snapshot.forEach((_, _) -> entries[0]++);
            return Optional.of("This export has no database here; what its snapshot says of %d files is taken over."
                    .formatted(entries[0]));
        } catch (UnreadableSnapshotException e) {
            return Optional.of("%s cannot be read (%s): it is moved to %s.bak, and everything is exported anew."
                    .formatted(file, e.getMessage(), file.getFileName()));
        }
    }
}
