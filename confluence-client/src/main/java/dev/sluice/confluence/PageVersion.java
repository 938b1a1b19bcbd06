package dev.sluice.confluence;

import java.time.Instant;

/** A version as Confluence states it. Numbers are ordinals that can go down: compare for equality, never for order. */
public record PageVersion(int number, Instant createdAt) {

    /** What stands for the version that a site did not give. */
    public static final PageVersion UNKNOWN = new PageVersion(0, Instant.EPOCH);
}
