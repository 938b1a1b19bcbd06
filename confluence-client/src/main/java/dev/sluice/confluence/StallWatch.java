package dev.sluice.confluence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Breaks off bodies that stopped arriving. The HTTP client's own timeout ends with the headers, so that a silent server
 * could hold a thread for ever.
 */
final class StallWatch implements AutoCloseable {

    private final long limitNanos;
    private final Set<WatchedStream> reading = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService ticker;

    StallWatch(Duration limit) {
        this.limitNanos = limit.toNanos();
        this.ticker = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("sluice-stall-watch").factory());
        long period = Math.max(1, limit.toMillis() / 4);
        ScheduledFuture<?> _ = ticker.scheduleWithFixedDelay(this::breakStalled, period, period, TimeUnit.MILLISECONDS);
    }

    /** The same bytes; a read that waits longer than the limit fails. */
    InputStream watch(InputStream body) {
        return new WatchedStream(body);
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }

    private void breakStalled() {
        long now = System.nanoTime();
        reading.forEach(stream -> stream.breakIfStalled(now));
    }

    private final class WatchedStream extends FilterInputStream {

        private volatile long waitingSince;
        private volatile boolean stalled;

        WatchedStream(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            waitingSince = System.nanoTime();
            reading.add(this);
            try {
                return super.read(buffer, offset, length);
            } catch (IOException e) {
                throw stalled ? new IOException("nothing arrived for " + Duration.ofNanos(limitNanos), e) : e;
            } finally {
                reading.remove(this);
            }
        }

        void breakIfStalled(long now) {
            if (now - waitingSince <= limitNanos) {
                return;
            }
            stalled = true;
            try {
                super.close();
            } catch (IOException e) {
                // the waiting reader finds out by itself
                return;
            }
        }
    }
}
