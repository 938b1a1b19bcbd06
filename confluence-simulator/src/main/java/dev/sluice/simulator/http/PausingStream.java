package dev.sluice.simulator.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;

/** Passes everything on, and stops once for a while, when so many bytes have passed. */
final class PausingStream extends FilterOutputStream {

    private final Duration pause;
    private long left;

    PausingStream(OutputStream out, long before, Duration pause) {
        super(out);
        this.left = before;
        this.pause = pause;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int first = (int) Math.min(Math.max(left, 0), length);
        out.write(bytes, offset, first);
        if (left >= 0 && left - first <= 0) {
            out.flush();
            rest();
            left = -1;
        } else {
            left -= first;
        }
        out.write(bytes, offset + first, length - first);
    }

    private void rest() throws IOException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the simulator is closed");
        }
    }
}
