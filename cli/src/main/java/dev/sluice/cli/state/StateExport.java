package dev.sluice.cli.state;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.destination.Destination;
import dev.sluice.cli.destination.Snapshots;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.SnapshotEntry;
import dev.sluice.pipeline.SnapshotInput;
import dev.sluice.pipeline.UnreadableSnapshotException;
import dev.sluice.pipeline.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Writes what the snapshot says in the form of another tool. Asks nobody. */
public final class StateExport {

    private final Destination destination;
    private final Clock clock;

    public StateExport(Destination destination, Clock clock) {
        this.destination = destination;
        this.clock = clock;
    }

    /** The state as bytes of JSON. */
    public byte[] state(StateFormat format) {
        try (SnapshotInput snapshot = Snapshots.open(destination.snapshot())
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "%s has no snapshot yet; it is written by the first run without failures."
                                .formatted(destination.folder())))) {
            NavigableMap<ResourceKey, SnapshotEntry> entries =
                    new TreeMap<>(Comparator.comparing(ResourceKey::toString));
            snapshot.forEach(entries::put);
            Object state = format.state().write(snapshot.head(), entries, clock.instant());
            return Wire.json().writerWithDefaultPrettyPrinter().writeValueAsBytes(state);
        } catch (UnreadableSnapshotException e) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "%s cannot be read: %s. Run 'sluice sync' to write it anew."
                            .formatted(destination.snapshot(), e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, "%s cannot be read: %s.".formatted(destination.snapshot(), e.getMessage()));
        }
    }

    /** Writes it whole or not at all; folders are made. */
    public void write(StateFormat format, Path file) {
        byte[] state = state(format);
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, ".sluice-state", ".tmp");
            Files.write(unfinished, state);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.USAGE, "%s cannot be written: %s.".formatted(file, e.getMessage()));
        }
    }
}
