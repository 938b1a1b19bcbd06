package dev.sluice.detector.manifest;

import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.KnownFile;
import dev.sluice.pipeline.ResourceVersion;
import dev.sluice.pipeline.StoredCopy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the manifest knows of a resource.
 *
 * @param active false for one that is gone
 * @param identity see {@link dev.sluice.pipeline.Resource#identity()}
 * @param path of its file
 * @param checksum of its file
 * @param format fingerprint of the renderer that wrote it; empty for an attachment
 * @param details see {@link dev.sluice.pipeline.PageResource#detailsFingerprint()}; empty for an attachment, null when
 *     they are not known
 * @param source the archived body of a page, the file itself of an attachment
 * @param file the file of an attachment of which its site said something when it gave it; otherwise null
 * @param unverified whether it was taken over from a snapshot, and its file was not looked at yet. Then the time of the
 *     version may be {@link Instant#EPOCH}, and identity and checksum empty: they are not known
 */
public record Known(
        boolean active,
        ResourceVersion version,
        String identity,
        String path,
        String checksum,
        String format,
        @Nullable String details,
        StoredCopy source,
        Instant exportedAt,
        @Nullable KnownFile file,
        boolean unverified) {

    /** The file that is held of this attachment, if it is of the version that is listed. */
    public @Nullable KnownFile heldOf(AttachmentResource listed) {
        return active && isOf(listed.version()) && isSame(listed.identity()) ? file : null;
    }

    /** Whether it is this version, as far as that is known. */
    public boolean isOf(ResourceVersion listed) {
        boolean timeKnown = !version.createdAt().equals(Instant.EPOCH);
        return timeKnown ? listed.equals(version) : listed.number() == version.number();
    }

    /** Whether it has these details, as far as that is known. */
    public boolean hasDetails(String listed) {
        return details == null || details.equals(listed);
    }

    /** Whether it is this, as far as that is known. */
    public boolean isSame(String listedIdentity) {
        return identity.isEmpty() || identity.equals(listedIdentity);
    }
}
