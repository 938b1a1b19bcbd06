package dev.sluice.detector.decide;

import dev.sluice.detector.manifest.Known;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.ImageResource;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.RunMode;
import org.jspecify.annotations.Nullable;

/**
 * Decides by comparing what a listing says with what the manifest knows. Versions are compared for equality, never for
 * order: Confluence renumbers them when a historical version is deleted.
 */
public final class ChangeDetector {

    private final String format;

    /** {@code format}: fingerprint of the renderer and its options as they are now. */
    public ChangeDetector(String format) {
        this.format = format;
    }

    /** The decision on a listed resource; {@code known} is null when the manifest has no entry. */
    public Decision decide(Resource seen, @Nullable Known known, RunMode mode) {
        if (known == null) {
            return new Decision.Fetch(ChangeReason.NEW);
        }
        if (!known.active()) {
            return new Decision.Fetch(ChangeReason.RESTORED);
        }
        if (!seen.version().isKnown()) {
            return new Decision.Fetch(ChangeReason.UNCONFIRMED);
        }
        if (!known.isOf(seen.version())) {
            return new Decision.Fetch(ChangeReason.VERSION);
        }
        if (seen instanceof AttachmentResource file && !known.isSame(file.identity())) {
            return new Decision.Fetch(ChangeReason.VERSION);
        }
        if (mode.fetchAll()) {
            return new Decision.Fetch(ChangeReason.UNCONDITIONAL);
        }
        if (mode.staleBefore() != null && known.exportedAt().isBefore(mode.staleBefore())) {
            return new Decision.Fetch(ChangeReason.FORCED);
        }
        Decision decision = switch (seen) {
            case PageResource page -> decideSameVersion(page, known);
            case AttachmentResource file -> decideSameVersion(file, known);
            case ImageResource image -> throw notListed(image);
        };
        boolean lookedAt = mode.verifies() || known.unverified();
        return lookedAt && decision instanceof Decision.Unchanged ? new Decision.Unverified() : decision;
    }

    /** What to do about images is decided by the pages that show them, at the end of the run. */
    private static IllegalArgumentException notListed(ImageResource image) {
        return new IllegalArgumentException("no listing has images: " + image.key());
    }

    private Decision decideSameVersion(PageResource page, Known known) {
        if (page.changedSpaceSince(known.identity())) {
            // a page that goes to another space may get other references in its body, and no version for that
            return new Decision.Fetch(ChangeReason.UNCONFIRMED);
        }
        if (!page.path().equals(known.path())) {
            return new Decision.Reuse(ChangeReason.MOVED, known.source());
        }
        if (!known.isSame(page.identity())) {
            return new Decision.Reuse(ChangeReason.METADATA, known.source());
        }
        if (!format.equals(known.format())) {
            return new Decision.Reuse(ChangeReason.FORMAT, known.source());
        }
        if (!known.hasDetails(page.detailsFingerprint())) {
            return new Decision.Reuse(ChangeReason.DETAILS, known.source());
        }
        return new Decision.Unchanged();
    }

    private static Decision decideSameVersion(AttachmentResource file, Known known) {
        if (!file.path().equals(known.path())) {
            return new Decision.Reuse(ChangeReason.MOVED, known.source());
        }
        return new Decision.Unchanged();
    }
}
