package dev.sluice.cli.run;

import dev.sluice.cli.destination.Destination;
import dev.sluice.cli.verify.FileSums;
import dev.sluice.detector.decide.ExportedFiles;
import dev.sluice.pipeline.RunRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files of a destination, read and not touched. */
final class LocalFiles implements ExportedFiles {

    private final Path folder;
    private final FileSums sums;

    LocalFiles(Destination destination) {
        this.folder = destination.folder();
        this.sums = new FileSums(folder);
    }

    @Override
    public Optional<String> sha256(RunRef run, String path) {
        return sha256(path);
    }

    @Override
    public Optional<Long> size(RunRef run, String path) {
        Path file = folder.resolve(path);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.size(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the file's bytes; empty when there is no such file. */
    Optional<String> sha256(String path) {
        return sums.of(path);
    }
}
