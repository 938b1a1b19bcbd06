package dev.sluice.fetcher.fetch;

import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.ResourceKey;
import java.util.concurrent.CompletableFuture;

/**
 * A page whose body is wanted, and the batch that it belongs to.
 *
 * @param settled once what became of the page is in {@code into}
 */
record WantedBody(Change.Fetch page, Fetched into, CompletableFuture<Void> settled) {

    WantedBody(Change.Fetch page, Fetched into) {
        this(page, into, new CompletableFuture<>());
    }

    ResourceKey key() {
        return page.target().resource().key();
    }

    void end(Outcome outcome) {
        into.add(outcome);
    }
}
