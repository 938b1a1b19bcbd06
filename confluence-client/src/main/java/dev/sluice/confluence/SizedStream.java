package dev.sluice.confluence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body that must have a known size: it fails, instead of ending, when it is shorter, and fails when it is longer, so
 * that no reader takes half a file for a whole one. It remembers its own failure.
 */
final class SizedStream extends FilterInputStream {

    private final long expected;
    private long count;
    private @Nullable IOException failure;

    /** @param expected in bytes; negative when not known */
    SizedStream(InputStream body, long expected) {
        super(body);
        this.expected = expected;
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
            count += Math.max(read, 0);
            if (expected >= 0 && (count > expected || (read < 0 && count < expected))) {
                throw new IOException("expected " + expected + " bytes, got " + count);
            }
            return read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public long skip(long bytes) throws IOException {
        return readNBytes((int) Math.min(bytes, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    long count() {
        return count;
    }

    /** What broke the transfer; null when that is not broken. */
    @Nullable
    IOException failure() {
        return failure;
    }
}
