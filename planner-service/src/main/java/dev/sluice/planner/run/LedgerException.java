package dev.sluice.planner.run;

import dev.sluice.pipeline.RunId;

/** The database did not keep or give the ledger of a run. */
final class LedgerException extends RuntimeException {
    LedgerException(RunId run, Throwable cause) {
        super("the ledger of run " + run + " cannot be read or written", cause);
    }
}
