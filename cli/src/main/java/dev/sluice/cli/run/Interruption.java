package dev.sluice.cli.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Notices that the process is asked to end, and holds the end up until the last words are said. */
public final class Interruption implements AutoCloseable {

    private static final long LONGEST_GOODBYE_SECONDS = 5;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch said = new CountDownLatch(1);

    private Interruption() {}

    /** Listens from now on. */
    public static Interruption listen() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::onShutdown, "interruption"));
        return interruption;
    }

    /** Waits so long for it; whether it has come. */
    public boolean within(long millis) {
        try {
            return asked.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Everything that is to be said is said. */
    @Override
    public void close() {
        said.countDown();
    }

    private void onShutdown() {
        asked.countDown();
        try {
            said.await(LONGEST_GOODBYE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
