package dev.sluice.renderer.output;

import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.ResourceKind;
import dev.sluice.pipeline.Stage;
import dev.sluice.store.ObjectStore;
import dev.sluice.store.Stores;
import java.util.List;

/** Removes single files, unless that would take something that is to stay. */
final class Remover {

    private final Stores stores;

    Remover(Stores stores) {
        this.stores = stores;
    }

    /** The file is gone, or kept, or its removal failed; {@code current}: of the batch that this is part of. */
    Outcome remove(Change.Remove remove, CurrentRuns current) {
        try {
            if (!current.has(remove.run())) {
                return failed(remove, FailureCategory.DESTINATION, CurrentRuns.SUPERSEDED);
            }
            ObjectStore store = stores.open(remove.run().destination());
            if (isEdited(remove, store)) {
                return new Outcome.Kept(remove.run(), remove.seq(), remove.resource(), remove.path());
            }
            if (!remove.pathTaken() && !isTwin(remove, store)) {
                store.delete(remove.path());
            }
            if (!remove.moved() && hasBody(remove.resource())) {
                store.delete(DestinationLayout.rawBody(remove.resource()));
            }
            return new Outcome.Removed(remove.run(), remove.seq(), remove.resource(), remove.path(), remove.moved());
        } catch (RuntimeException e) {
            return failed(remove, Failures.category(e), String.valueOf(e.getMessage()));
        }
    }

    private static boolean hasBody(ResourceKey resource) {
        return resource.kind() == ResourceKind.PAGE || resource.kind() == ResourceKind.BLOGPOST;
    }

    private static boolean isTwin(Change.Remove remove, ObjectStore store) {
        String twin = remove.twin();
        return twin != null && store.isSame(remove.path(), twin);
    }

    private static boolean isEdited(Change.Remove remove, ObjectStore store) {
        String checksum = remove.checksum();
        return remove.run().meant().preserveLocalEdits()
                && checksum != null
                && !remove.pathTaken()
                && !isTwin(remove, store)
                && new OutputTree(store).isEdited(remove.path(), List.of(checksum));
    }

    private static Outcome failed(Change.Remove remove, FailureCategory category, String message) {
        return new Outcome.Failed(
                remove.run(), remove.seq(), remove.resource(), remove.path(), Stage.RENDER, category, message);
    }
}
