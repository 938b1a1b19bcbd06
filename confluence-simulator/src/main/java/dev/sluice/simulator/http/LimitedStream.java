package dev.sluice.simulator.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes on the first bytes and drops the rest; closing it leaves the stream beneath open. */
final class LimitedStream extends FilterOutputStream {

    private long left;

    LimitedStream(OutputStream out, long limit) {
        super(out);
        this.left = limit;
    }

    @Override
    public void write(int b) throws IOException {
        if (left > 0) {
            left--;
            out.write(b);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int passed = (int) Math.min(left, length);
        left -= passed;
        out.write(bytes, offset, passed);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
