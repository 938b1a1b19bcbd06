package dev.sluice.systemtests.topology;

/** How a run ended, as the user is told. {@code complete}: nothing failed. */
public record RunFigures(
        boolean complete, int scanned, int written, int moved, int removed, int unchanged, int failed) {}
