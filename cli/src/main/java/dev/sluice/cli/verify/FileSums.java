package dev.sluice.cli.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Checksums of the files in a folder, read and not touched. */
public final class FileSums {

    private static final int BUFFER = 1 << 16;

    private final Path folder;

    public FileSums(Path folder) {
        this.folder = folder;
    }

    /** SHA-256 in lower-case hexadecimal; empty when there is no such file. */
    public Optional<String> of(String path) {
        return of(path, ignored -> {});
    }

    /** Tells {@code read} how many bytes it has read. */
    Optional<String> of(String path, LongConsumer read) {
        Path file = folder.resolve(path);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                digest.update(buffer, 0, length);
                read.accept(length);
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
