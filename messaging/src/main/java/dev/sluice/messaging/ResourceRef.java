package dev.sluice.messaging;

import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.Keyed;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.RunRef;
import java.util.Optional;

/**
 * A resource of a run.
 *
 * @param seq number of its descriptor
 */
public record ResourceRef(RunRef run, int seq, ResourceKey key) {

    public static ResourceRef of(Descriptor target) {
        return new ResourceRef(target.run(), target.seq(), target.resource().key());
    }

    /** What a message is about; empty when that is no single resource. */
    static Optional<ResourceRef> of(Keyed message) {
        return switch (message) {
            case Descriptor descriptor -> Optional.of(of(descriptor));
            case Change.Fetch fetch -> Optional.of(of(fetch.target()));
            case Change.Reuse reuse -> Optional.of(of(reuse.target()));
            case Change.Remove remove -> Optional.of(new ResourceRef(remove.run(), remove.seq(), remove.resource()));
            case Content content -> Optional.of(of(content.target()));
            case Outcome.Exported exported -> Optional.of(of(exported.target()));
            case Outcome.Inaccessible gone -> Optional.of(of(gone.target()));
            case Outcome.Removed removed ->
                Optional.of(new ResourceRef(removed.run(), removed.seq(), removed.resource()));
            case Outcome.Kept kept -> Optional.of(new ResourceRef(kept.run(), kept.seq(), kept.resource()));
            case Outcome.Skipped skipped ->
                Optional.of(new ResourceRef(skipped.run(), skipped.seq(), skipped.resource()));
            case Outcome.Failed failed -> Optional.of(new ResourceRef(failed.run(), failed.seq(), failed.resource()));
            default -> Optional.empty();
        };
    }
}
