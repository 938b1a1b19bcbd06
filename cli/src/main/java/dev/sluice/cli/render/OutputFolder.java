package dev.sluice.cli.render;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicInteger;

/** The folder that is written to. Files appear in it whole. */
final class OutputFolder {

    private final Path root;
    private final AtomicInteger parts = new AtomicInteger();

    private OutputFolder(Path root) {
        this.root = root;
    }

    /** The folder, made when missing; refuses in a sentence what cannot be written to. */
    static OutputFolder open(Path root) {
        try {
            Files.createDirectories(root);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, "%s is a file; --output-path must name a folder.".formatted(e.getFile()));
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, "%s cannot be used as --output-path: %s.".formatted(root, Reasons.of(e)));
        }
        if (!Files.isWritable(root)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "%s cannot be written to; choose another --output-path, or change its permissions."
                            .formatted(root));
        }
        return new OutputFolder(root);
    }

    void write(String path, byte[] bytes) throws IOException {
        Path part = part(path);
        Files.write(part, bytes);
        appear(part, path);
    }

    /** Copies a file, unless it is the one that lies there. */
    void copy(Path file, String path) throws IOException {
        Path target = root.resolve(path);
        if (!Files.exists(target) || !Files.isSameFile(file, target)) {
            Path part = part(path);
            Files.copy(file, part);
            appear(part, path);
        }
    }

    /** Its name is short, because that of the file may be as long as names can be. */
    private Path part(String path) throws IOException {
        Path parent = root.resolve(path).toAbsolutePath().resolveSibling("");
        Files.createDirectories(parent);
        Path part =
                parent.resolve(".sluice-%d-%d".formatted(ProcessHandle.current().pid(), parts.incrementAndGet()));
        Files.deleteIfExists(part);
        return part;
    }

    private void appear(Path part, String path) throws IOException {
        try {
            Files.move(part, root.resolve(path), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
