package dev.sluice.planner.crawl;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;

/** A part of a file that others read, too. */
final class RunInput extends InputStream {

    private static final int BUFFER = 1 << 13;

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();
    private final long end;
    private long position;

    RunInput(FileChannel file, long start, long end) {
        this.file = file;
        this.position = start;
        this.end = end;
    }

    /** All that is left. */
    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, end - position + buffer.remaining());
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(bytes, offset, count);
        return count;
    }

    private boolean fill() throws IOException {
        if (buffer.hasRemaining()) {
            return true;
        }
        if (position >= end) {
            return false;
        }
        buffer.clear().limit((int) Math.min(BUFFER, end - position));
        int count = file.read(buffer, position);
        if (count < 0) {
            throw new EOFException();
        }
        position += count;
        buffer.flip();
        return true;
    }
}
