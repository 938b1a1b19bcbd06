package dev.sluice.renderer.output;

import dev.sluice.catalog.MissingCatalogException;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.Stage;
import dev.sluice.store.StoreException;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;

/** Turns what went wrong with one resource into its outcome. */
final class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    private Failures() {}

    static Outcome.Failed outcome(Descriptor target, RuntimeException cause) {
        LOG.warnf(
                cause,
                "Rendering failed: runId=%s resourceId=%s stage=render",
                target.run().run(),
                target.resource().key());
        return new Outcome.Failed(
                target.run(),
                target.seq(),
                target.resource().key(),
                target.resource().path(),
                Stage.RENDER,
                category(cause),
                String.valueOf(cause.getMessage()));
    }

    /** A message of a run that a later one has superseded: nothing was done. */
    static Outcome.Failed superseded(Descriptor target) {
        return new Outcome.Failed(
                target.run(),
                target.seq(),
                target.resource().key(),
                target.resource().path(),
                Stage.RENDER,
                FailureCategory.DESTINATION,
                CurrentRuns.SUPERSEDED);
    }

    static FailureCategory category(RuntimeException cause) {
        return switch (cause) {
            case StoreException store
            when store.category() == StoreException.Category.FULL -> FailureCategory.DESTINATION_FULL;
            case StoreException ignored -> FailureCategory.DESTINATION;
            case DamagedException ignored -> FailureCategory.DESTINATION;
            case MissingCatalogException ignored -> FailureCategory.DESTINATION;
            case UncheckedIOException ignored -> FailureCategory.DESTINATION;
            default -> FailureCategory.INTERNAL;
        };
    }
}
