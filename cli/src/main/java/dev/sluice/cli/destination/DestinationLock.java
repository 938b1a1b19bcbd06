package dev.sluice.cli.destination;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Keeps a second run off a destination. The operating system lets go of it when the process dies, however it dies. */
public final class DestinationLock implements AutoCloseable {

    private final FileChannel channel;

    private DestinationLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, or refuses and names who holds it. */
    public static DestinationLock take(Destination destination) {
        Path file = destination.home().resolve("lock");
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            requireLock(channel, file, destination);
            String holder = "process %d, since %s"
                    .formatted(ProcessHandle.current().pid(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
            return new DestinationLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps runs off the destination without writing to it; refuses when one is at work. */
    public static DestinationLock hold(Destination destination) {
        Path file = destination.home().resolve("lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            requireLock(channel, file, destination);
            return new DestinationLock(channel);
        } catch (NoSuchFileException e) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "%s is missing, so other runs could not be kept off; run without --dry-run once.".formatted(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireLock(FileChannel channel, Path file, Destination destination) throws IOException {
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            String holder = Files.readString(file).strip();
            channel.close();
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "Another run works on %s (%s). Wait for its end, or stop it, and try again."
                            .formatted(destination.folder(), holder));
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
