package dev.sluice.catalog;

import dev.sluice.pipeline.CommentsRef;
import dev.sluice.pipeline.RunId;

/**
 * The catalog of a run is not there, or not as it was written: the run is over and a later one has removed it, or it was
 * deleted or damaged by hand. Nobody may take it for one that lists nothing.
 */
public final class MissingCatalogException extends RuntimeException {
    MissingCatalogException(RunId run) {
        super("The catalog of run %s is no longer in the destination.".formatted(run));
    }

    MissingCatalogException(CommentsRef comments) {
        super("The comments that the run has listed are no longer in the destination as they were (%s)."
                .formatted(comments.key()));
    }

    MissingCatalogException(RunId run, long found, int expected) {
        super("The catalog of run %s in the destination is damaged: it lists %d resources instead of %d."
                .formatted(run, found, expected));
    }
}
