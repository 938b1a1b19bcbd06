package dev.sluice.cli.destination;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.FileTree;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.SnapshotHead;
import dev.sluice.pipeline.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of an export, and what it says of itself. */
public final class Destination {

    private static final long LEAST_FREE_BYTES = 160L << 20;

    private static final String IGNORED = """
            # Only the snapshot and the export's identity are worth keeping in version control.
            *
            !.gitignore
            !manifest.json
            !export.json
            """;

    private final Path folder;

    public Destination(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    public Path folder() {
        return folder;
    }

    /** Sluice's own folder in it. */
    public Path home() {
        return folder.resolve(DestinationLayout.HOME);
    }

    /** What is said when the database is there and does not open, or cannot be asked. */
    public CommandFailure unreadableDatabase(Exception cause) {
        return new CommandFailure(
                ExitCode.REFUSED,
                "The database of %s cannot be read (%s). See %s."
                        .formatted(folder, cause.getMessage(), home().resolve("log")));
    }

    public String uri() {
        return folder.toUri().toString().replaceAll("/$", "");
    }

    /** The export that lives here; empty for a folder that is none yet. When its file is lost, the snapshot says it. */
    public Optional<ExportHeader> identity() {
        Path file = folder.resolve(DestinationLayout.EXPORT);
        if (!Files.exists(file)) {
            return Snapshots.head(folder.resolve(DestinationLayout.SNAPSHOT)).map(SnapshotHead::export);
        }
        try {
            return Optional.of(Wire.decode(Files.readAllBytes(file), ExportHeader.class));
        } catch (IOException | RuntimeException e) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "%s cannot be read (%s), so it is not known which export lives here. Restore the file from version control, or choose another --output-path."
                            .formatted(file, e.getMessage()));
        }
    }

    /** Whether the database of the export is here. */
    public boolean hasDatabase() {
        return Files.isDirectory(home().resolve("db"));
    }

    /** The snapshot, which need not be there. */
    public Path snapshot() {
        return folder.resolve(identity().map(ExportHeader::snapshot).orElse(DestinationLayout.SNAPSHOT));
    }

    /** Makes the folder and Sluice's own folder in it. */
    public void prepare() {
        try {
            Files.createDirectories(home().resolve("log"));
            Path ignore = home().resolve(".gitignore");
            if (!Files.exists(ignore)) {
                Files.writeString(ignore, IGNORED);
            }
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, "%s is a file; --output-path must name a folder.".formatted(e.getFile()));
        } catch (AccessDeniedException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "%s cannot be written to; choose another --output-path, or change its permissions."
                            .formatted(e.getFile()));
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, "%s cannot be used as --output-path: %s.".formatted(folder, e.getMessage()));
        }
    }

    /** Refuses to start where not even the database would fit. */
    public void requireSpace() {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "Only %d MiB are free on the disk of %s; an export needs %d MiB for its database alone. Free some space and try again."
                                .formatted(free >> 20, folder, LEAST_FREE_BYTES >> 20));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what a killed run left: files that are staged, or written in part. To be called by the holder of the lock. */
    public void clearUnfinished() {
        Stream.of("staging", "tmp")
                .map(home()::resolve)
                .filter(Files::exists)
                .map(FileTree::new)
                .forEach(FileTree::clear);
    }
}
