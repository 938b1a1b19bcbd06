package dev.sluice.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A flat map from keys to bytes. Keys are relative paths with {@code /} between their parts, checked by {@link
 * ObjectKeys#requireSafe}. A reader sees the old bytes or the new bytes of a key, never a mixture, whatever dies
 * meanwhile. Failures of the store itself are {@link StoreException}s.
 */
public interface ObjectStore extends AutoCloseable {

    /**
     * Stores the stream's bytes under the key, replacing what was there. Reads to the end in constant memory and does
     * not close the stream. Nothing is left behind when reading or writing fails halfway.
     *
     * @throws UncheckedIOException when the given stream itself cannot be read, with the stream's exception as its cause
     */
    StoredObject put(String key, InputStream bytes);

    /**
     * Stores these few bytes under the key unless there is an object already; of several that try at once, one does.
     * False when there was one, which stays as it is.
     */
    boolean putIfAbsent(String key, byte[] bytes);

    /** Opens the object for reading; empty when there is none. The caller closes the stream. */
    Optional<InputStream> open(String key);

    /** Size in bytes of the object; empty when there is none. */
    Optional<Long> size(String key);

    /**
     * SHA-256 of the object's bytes in lower-case hexadecimal; empty when there is none. Reads the whole object unless
     * the store remembers the sum from its {@link #put}.
     */
    default Optional<String> sha256(String key) {
        Optional<InputStream> opened = open(key);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream bytes = opened.get()) {
            return Optional.of(Sha256.of(bytes));
        } catch (IOException e) {
            throw new StoreException(
                    StoreException.Category.UNAVAILABLE, "Cannot read " + key + " to the end: " + e.getMessage(), e);
        }
    }

    /**
     * Gives the object another key, replacing what was there, without passing its bytes through this process where the
     * store can do so. False when there is no such object. On S3 this is a copy followed by a removal: when it is cut
     * short both keys exist, and doing it again finishes it.
     */
    boolean move(String from, String to);

    /** Like {@link #move}, but keeps the original. */
    boolean copy(String from, String to);

    /** Whether both keys name one object, as two spellings do on a file system that does not tell them apart. */
    default boolean isSame(String one, String other) {
        return one.equals(other);
    }

    /** Removes the object; false when there was none. Folders that become empty vanish with it. */
    boolean delete(String key);

    /** The keys that start with the prefix, in no particular order. The caller closes the stream. */
    Stream<String> list(String prefix);

    @Override
    void close();
}
