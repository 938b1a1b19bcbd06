package dev.sluice.simulator.http;

/** A rate limit: so many requests per second, and so many at once. Thread-safe. */
public final class TokenBucket {

    private static final TokenBucket UNLIMITED = new TokenBucket(Double.POSITIVE_INFINITY, Integer.MAX_VALUE);

    private final double perSecond;
    private final int capacity;
    private double tokens;
    private long filledAt = System.nanoTime();

    public TokenBucket(double perSecond, int capacity) {
        if (!(perSecond > 0) || capacity < 1) {
            throw new IllegalArgumentException("a limit of " + perSecond + " per second and " + capacity + " at once");
        }
        this.perSecond = perSecond;
        this.capacity = capacity;
        this.tokens = capacity;
    }

    public static TokenBucket unlimited() {
        return UNLIMITED;
    }

    public boolean isLimited() {
        return this != UNLIMITED;
    }

    /** Takes a token, or tells in how many seconds there will be one, at least 1; 0 when one was taken. */
    public synchronized int take() {
        if (this == UNLIMITED) {
            return 0;
        }
        long now = System.nanoTime();
        tokens = Math.min(capacity, tokens + (now - filledAt) * perSecond / 1e9);
        filledAt = now;
        if (tokens >= 1) {
            tokens--;
            return 0;
        }
        return (int) Math.max(1, Math.ceil((1 - tokens) / perSecond));
    }

    public synchronized int remaining() {
        return (int) tokens;
    }

    public int capacity() {
        return capacity;
    }

    public double perSecond() {
        return perSecond;
    }
}
