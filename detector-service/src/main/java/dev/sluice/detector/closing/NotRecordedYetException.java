package dev.sluice.detector.closing;

import dev.sluice.pipeline.RunId;

/** Outcomes of the run are still on their way to the manifest. */
final class NotRecordedYetException extends RuntimeException {

    private final int recorded;
    private final int expected;

    NotRecordedYetException(RunId run, int recorded, int expected) {
        super("run %s: %d of %d outcomes are recorded".formatted(run, recorded, expected));
        this.recorded = recorded;
        this.expected = expected;
    }

    int recorded() {
        return recorded;
    }

    int expected() {
        return expected;
    }
}
