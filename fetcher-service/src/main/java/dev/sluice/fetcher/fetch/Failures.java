package dev.sluice.fetcher.fetch;

import dev.sluice.catalog.MissingCatalogException;
import dev.sluice.confluence.ConfluenceException;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.Stage;
import dev.sluice.store.StoreException;
import org.jboss.logging.Logger;

/** Turns what went wrong with one resource into its outcome. */
final class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    private Failures() {}

    /** What it means that a request for this one resource went wrong: refused or gone, it is inaccessible. */
    static Outcome outcome(Descriptor target, RuntimeException cause) {
        if (cause instanceof ConfluenceException refused
                && (refused.category() == ConfluenceException.Category.NOT_FOUND
                        || refused.category() == ConfluenceException.Category.FORBIDDEN)) {
            return new Outcome.Inaccessible(target);
        }
        return failed(target, cause);
    }

    /** A failure, whatever went wrong: a refusal that is not of this one resource does not say that it is gone. */
    static Outcome.Failed failed(Descriptor target, RuntimeException cause) {
        LOG.warnf(
                cause,
                "Fetching failed: runId=%s resourceId=%s stage=fetch",
                target.run().run(),
                target.resource().key());
        return new Outcome.Failed(
                target.run(),
                target.seq(),
                target.resource().key(),
                target.resource().path(),
                Stage.FETCH,
                category(cause),
                String.valueOf(cause.getMessage()));
    }

    private static FailureCategory category(RuntimeException cause) {
        return switch (cause) {
            case ConfluenceException refused ->
                switch (refused.category()) {
                    case NOT_AUTHORISED, FORBIDDEN -> FailureCategory.NOT_AUTHORISED;
                    case THROTTLED -> FailureCategory.THROTTLED;
                    case UNAVAILABLE -> FailureCategory.UNAVAILABLE;
                    case NOT_FOUND, MALFORMED -> FailureCategory.MALFORMED;
                };
            case StoreException store ->
                switch (store.category()) {
                    case FULL -> FailureCategory.DESTINATION_FULL;
                    case FORBIDDEN, UNAVAILABLE -> FailureCategory.DESTINATION;
                };
            case MissingCatalogException ignored -> FailureCategory.DESTINATION;
            default -> FailureCategory.INTERNAL;
        };
    }
}
