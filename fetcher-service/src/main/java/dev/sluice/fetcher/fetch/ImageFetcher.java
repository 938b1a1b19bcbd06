package dev.sluice.fetcher.fetch;

import dev.sluice.fetcher.web.WebImage;
import dev.sluice.fetcher.web.WebImages;
import dev.sluice.pipeline.Before;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.ImageResource;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.StoredCopy;
import dev.sluice.store.ObjectStore;
import java.util.Optional;

/** Fetches images from other sites into the staging area; what is held and has not changed there is used again. */
final class ImageFetcher {

    private final WebImages web;
    private final ObjectStore store;

    ImageFetcher(WebImages web, ObjectStore store) {
        this.web = web;
        this.store = store;
    }

    /** Fetches one image; it ends in {@code fetched}. */
    void fetch(Change.Fetch change, ImageResource image, Fetched fetched) {
        try {
            switch (ask(change, image)) {
                case WebImage.Received received -> fetched.add(content(change, image, received));
                case WebImage.NotModified ignored ->
                    held(change, image).ifPresentOrElse(fetched::add, () -> fetch(change, image.held(""), fetched));
                case WebImage.Refused refused -> fetched.add(skipped(change.target(), refused.reason()));
            }
        } catch (RuntimeException e) {
            fetched.add(Failures.failed(change.target(), e));
        }
    }

    private WebImage ask(Change.Fetch change, ImageResource image) {
        String key = stagingKey(change.target());
        return web.get(image, bytes -> store.put(key, bytes));
    }

    private static Content content(Change.Fetch change, ImageResource image, WebImage.Received received) {
        ImageResource fetched = new ImageResource(
                image.key(),
                image.url(),
                DestinationLayout.image(image.key()) + "." + received.ending(),
                received.etag(),
                received.lastModified());
        return new Content(
                change.target().with(fetched), change.reason(), FileFetcher.copy(received.file()), change.before());
    }

    /** The image that the export has; empty when its file is lost or damaged. */
    private Optional<Content> held(Change.Fetch change, ImageResource image) {
        Before before = change.before();
        String path = before == null ? null : before.path();
        if (before == null || path == null) {
            return Optional.empty();
        }
        ImageResource same = new ImageResource(image.key(), image.url(), path, image.etag(), image.lastModified());
        Optional<StoredCopy> staged = new HeldBytes(store).stage(path, stagingKey(change.target()), before.checksums());
        return staged.map(copy -> new Content(change.target().with(same), change.reason(), copy, before));
    }

    /** A query can hold a token: it is not shown. */
    private static Outcome.Skipped skipped(Descriptor target, String reason) {
        ImageResource image = (ImageResource) target.resource();
        String shown = String.valueOf(image.url()).replaceFirst("[?].*", "");
        return new Outcome.Skipped(target.run(), target.seq(), image.key(), shown, reason);
    }

    private static String stagingKey(Descriptor target) {
        return DestinationLayout.staging(target.run().run()) + "image-"
                + target.resource().key().id() + "-" + target.seq();
    }
}
