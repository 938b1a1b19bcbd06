package dev.sluice.detector.closing;

import dev.sluice.pipeline.RunId;

/** Outcomes of the run that the planner has booked are still on their way to the manifest. */
final class NotRecordedYetException extends RuntimeException {
    NotRecordedYetException(RunId run, int recorded, int expected) {
        super("run " + run + ": " + recorded + " of " + expected + " outcomes are recorded");
    }
}
