package dev.sluice.benchmarks.planner;

/** The most that this process has held in its heap while something went on, as full collections show it. */
final class HighWater implements AutoCloseable {

    private static final long PAUSE_MILLIS = 200;

    private final Thread watcher =
            Thread.ofPlatform().daemon().name("high-water").unstarted(this::watch);
    private volatile boolean over;
    private volatile long most;

    static HighWater rising() {
        HighWater water = new HighWater();
        water.watcher.start();
        return water;
    }

    /** What cannot be collected now. */
    static long live() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void watch() {
        try {
            while (!over) {
                most = Math.max(most, live());
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** In bytes. */
    long most() {
        return most;
    }

    /** Watches no more, as soon as it is done with the last look. */
    @Override
    public void close() {
        over = true;
    }
}
