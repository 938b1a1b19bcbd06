package dev.sluice.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The bytes given to a put, counted and summed on their way. It remembers its own failure, so that a store can tell a
 * broken source from a broken destination, and it is never closed by the store.
 */
final class CountedSource extends FilterInputStream {

    private final MessageDigest digest = Sha256.digest();
    private long size;
    private @Nullable IOException failure;

    CountedSource(InputStream bytes) {
        super(bytes);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int read = super.read(buffer, offset, length);
            if (read > 0) {
                digest.update(buffer, offset, read);
                size += read;
            }
            return read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        // the caller's stream stays open: put does not own it
    }

    /** What stopped the source; null while it has not failed. */
    @Nullable
    IOException failure() {
        return failure;
    }

    /** What has been read, once it has been read to the end. */
    StoredObject stored(String key) {
        return new StoredObject(key, size, Sha256.hex(digest.digest()));
    }
}
