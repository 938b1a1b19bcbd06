package dev.sluice.confluence.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** A grant in a file that only its owner may read. Whoever changes it holds a lock; readers see the old one or the new one. */
public final class GrantFile {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /** A lock of the file system is held by a whole process: within this one, threads have their own. */
    private static final Map<Path, ReentrantLock> IN_THIS_PROCESS = new ConcurrentHashMap<>();

    private final Path file;

    public GrantFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    Path path() {
        return file;
    }

    OAuthGrant read() {
        try {
            return MAPPER.readValue(Files.readAllBytes(file), OAuthGrant.class);
        } catch (JsonProcessingException e) {
            // not the parser's message: it shows what it read
            throw new OAuthException(
                    true, "The grant in %s is damaged; run 'sluice login --oauth' again.".formatted(file));
        } catch (IOException e) {
            throw new OAuthException(
                    true, "There is no grant in %s; run 'sluice login --oauth' first.".formatted(file), e);
        }
    }

    /** Replaces the grant, all at once. */
    public void write(OAuthGrant grant) {
        try {
            byte[] bytes = MAPPER.writeValueAsBytes(grant);
            Path folder = file.resolveSibling(".");
            Path next = Files.createTempFile(folder, "grant", ".new", ownerOnly(folder));
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new OAuthException(
                    false, "The grant in %s cannot be written: %s.".formatted(file, e.getMessage()), e);
        }
    }

    /** Changes the grant; nobody else changes it meanwhile, in this process or another. */
    OAuthGrant update(UnaryOperator<OAuthGrant> change) {
        ReentrantLock threads = IN_THIS_PROCESS.computeIfAbsent(file, _ -> new ReentrantLock());
        threads.lock();
        try (FileChannel channel = FileChannel.open(
                        file.resolveSibling(file.getFileName() + ".lock"),
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        ownerOnly(file.resolveSibling(".")));
                FileLock _ = channel.lock()) {
            OAuthGrant known = read();
            OAuthGrant changed = change.apply(known);
            if (!changed.equals(known)) {
                write(changed);
            }
            return changed;
        } catch (IOException e) {
            throw new OAuthException(false, "The grant in %s cannot be locked: %s.".formatted(file, e.getMessage()), e);
        } finally {
            threads.unlock();
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }
}
