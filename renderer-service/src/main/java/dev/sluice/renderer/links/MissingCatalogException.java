package dev.sluice.renderer.links;

import dev.sluice.pipeline.RunId;

/** The catalog of a run is not there: the run is over and a later one has removed it, or it was deleted by hand. */
public final class MissingCatalogException extends RuntimeException {
    MissingCatalogException(RunId run) {
        super("The catalog of run %s is no longer in the destination.".formatted(run));
    }
}
