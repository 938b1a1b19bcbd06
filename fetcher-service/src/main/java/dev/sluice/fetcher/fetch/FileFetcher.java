package dev.sluice.fetcher.fetch;

import dev.sluice.confluence.AttachmentRef;
import dev.sluice.confluence.Confluence;
import dev.sluice.confluence.Downloaded;
import dev.sluice.confluence.Stamp;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.Before;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.KnownFile;
import dev.sluice.pipeline.StoredCopy;
import dev.sluice.store.ObjectStore;
import dev.sluice.store.StoredObject;
import java.util.List;
import java.util.Optional;

/** Streams attachments into the staging area. */
final class FileFetcher {

    private final Confluence confluence;
    private final ObjectStore store;

    FileFetcher(Confluence confluence, ObjectStore store) {
        this.confluence = confluence;
        this.store = store;
    }

    /** Downloads one attachment, unless the site says that what is held is all there is; it ends in {@code fetched}. */
    void fetch(Change.Fetch change, AttachmentResource file, Fetched fetched) {
        Descriptor target = change.target();
        try {
            String key = stagingKey(target, file);
            switch (confluence.download(ref(file), stamp(file), bytes -> store.put(key, bytes))) {
                case Downloaded.Received<StoredObject> received -> fetched.add(content(change, file, received));
                case Downloaded.NotModified<StoredObject> ignored ->
                    held(change, file).ifPresentOrElse(fetched::add, () -> fetch(change, file.holding(null), fetched));
            }
        } catch (RuntimeException e) {
            fetched.add(Failures.outcome(target, e));
        }
    }

    private static AttachmentRef ref(AttachmentResource file) {
        return new AttachmentRef(
                file.attachmentId(), file.container().id(), file.fileName(), file.size(), file.downloadLink());
    }

    private static Stamp stamp(AttachmentResource file) {
        KnownFile held = file.held();
        return held == null ? Stamp.NONE : new Stamp(held.etag(), held.lastModified());
    }

    private static Content content(
            Change.Fetch change, AttachmentResource file, Downloaded.Received<StoredObject> received) {
        Stamp stamp = received.stamp();
        StoredCopy staged = copy(received.bytes());
        KnownFile held =
                stamp.equals(Stamp.NONE) ? null : new KnownFile(staged.sha256(), stamp.etag(), stamp.lastModified());
        return new Content(change.target().with(file.holding(held)), change.reason(), staged, change.before());
    }

    /** The file that the export has; empty when it is lost or damaged. */
    private Optional<Content> held(Change.Fetch change, AttachmentResource file) {
        Before before = change.before();
        KnownFile held = file.held();
        String path = before == null ? null : before.path();
        if (held == null || path == null) {
            return Optional.empty();
        }
        return new HeldBytes(store)
                .stage(path, stagingKey(change.target(), file), List.of(held.sha256()))
                .map(staged -> new Content(change.target().with(file), change.reason(), staged, before));
    }

    static String stagingKey(Descriptor target, AttachmentResource file) {
        return DestinationLayout.staging(target.run().run()) + file.attachmentId() + "-" + target.seq();
    }

    static StoredCopy copy(StoredObject object) {
        return new StoredCopy(object.key(), object.sha256(), object.size());
    }
}
