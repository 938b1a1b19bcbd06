package dev.sluice.cli.run;

import dev.sluice.cli.destination.Destination;
import dev.sluice.detector.decide.ExportedFiles;
import dev.sluice.pipeline.RunRef;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The files of a destination, read and not touched. */
final class LocalFiles implements ExportedFiles {

    private final Path folder;

    LocalFiles(Destination destination) {
        this.folder = destination.folder();
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
        Path file = folder.resolve(path);
        return Files.isRegularFile(file) ? Optional.of(sha256(file)) : Optional.empty();
    }

    private static String sha256(Path file) {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
