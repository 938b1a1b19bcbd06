package dev.sluice.pipeline;

/** What exporting a resource did to the destination. */
public enum Effect {
    /** New bytes were written. */
    STORED,
    /** The bytes were there already; nothing was written. */
    CONFIRMED,
    /** The resource has its file at another path now. */
    MOVED
}
