package dev.sluice.confluence;

import java.util.concurrent.Semaphore;

/**
 * How many requests may be under way at once: half as many after each time that the site asks to slow down, and one more
 * after every few rounds of good answers, up to what was configured.
 */
final class Lanes {

    /** Good answers for each lane that there is, before there is one more. */
    private static final int GOOD_ROUNDS = 4;

    private final int most;
    private final Room room;
    private int width;
    private int goodAnswers;
    private long narrowed;

    Lanes(int most) {
        this.most = most;
        this.width = most;
        this.room = new Room(most);
    }

    /** Blocks until a lane is free. Says how often lanes had been taken away by then. */
    long enter() {
        try {
            room.acquire();
        } catch (InterruptedException e) {
            throw Timing.interrupted(e);
        }
        synchronized (this) {
            return narrowed;
        }
    }

    void leave() {
        room.release();
    }

    /**
     * The site asked to slow down.
     *
     * @param narrowedBefore what {@link #enter} said: requests that were under way together take lanes away once
     */
    synchronized void narrow(long narrowedBefore) {
        goodAnswers = 0;
        if (narrowedBefore == narrowed) {
            narrowed++;
            int fewer = Math.max(1, width / 2);
            room.shrink(width - fewer);
            width = fewer;
        }
    }

    /** The site gave what it was asked for. */
    synchronized void widen() {
        if (width < most && ++goodAnswers >= GOOD_ROUNDS * width) {
            goodAnswers = 0;
            width++;
            room.release();
        }
    }

    synchronized int width() {
        return width;
    }

    /** Opens the method that takes permits away, also those in use. */
    private static final class Room extends Semaphore {
        private static final long serialVersionUID = 1L;

        Room(int permits) {
            super(permits, true);
        }

        void shrink(int by) {
            reducePermits(by);
        }
    }
}
