package dev.sluice.simulator.content;

import java.util.List;

/** Random choices that depend on nothing but the numbers it was made from (SplitMix64). */
public final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Dice for one purpose: the same numbers give the same throws. */
    public static Dice of(long seed, long... salts) {
        long state = mix(seed + GOLDEN);
        for (long salt : salts) {
            state = mix(state ^ mix(salt + GOLDEN));
        }
        return new Dice(state);
    }

    /** A well spread 64-bit value for the given one. */
    public static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** A number from 0 to bound - 1. */
    public int below(int bound) {
        return (int) ((nextLong() >>> 33) % bound);
    }

    /** A number from 0 (inclusive) to 1 (exclusive). */
    public double fraction() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    public boolean chance(int percent) {
        return below(100) < percent;
    }

    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
