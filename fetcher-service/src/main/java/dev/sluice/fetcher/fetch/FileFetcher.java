package dev.sluice.fetcher.fetch;

import dev.sluice.confluence.AttachmentRef;
import dev.sluice.confluence.Confluence;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.StoredCopy;
import dev.sluice.store.ObjectStore;
import dev.sluice.store.StoredObject;

/** Streams attachments into the staging area. */
final class FileFetcher {

    private final Confluence confluence;
    private final ObjectStore store;

    FileFetcher(Confluence confluence, ObjectStore store) {
        this.confluence = confluence;
        this.store = store;
    }

    /** Downloads one attachment; it ends in {@code fetched}. */
    void fetch(Change.Fetch change, AttachmentResource file, Fetched fetched) {
        Descriptor target = change.target();
        try {
            AttachmentRef ref = new AttachmentRef(
                    file.attachmentId(), file.container().id(), file.fileName(), file.size(), file.downloadLink());
            StoredObject staged = confluence.download(ref, bytes -> store.put(stagingKey(target, file), bytes));
            fetched.add(new Content(target, change.reason(), copy(staged), change.before()));
        } catch (RuntimeException e) {
            fetched.add(Failures.outcome(target, e));
        }
    }

    static String stagingKey(Descriptor target, AttachmentResource file) {
        return DestinationLayout.staging(target.run().run()) + file.attachmentId() + "-" + target.seq();
    }

    static StoredCopy copy(StoredObject object) {
        return new StoredCopy(object.key(), object.sha256(), object.size());
    }
}
