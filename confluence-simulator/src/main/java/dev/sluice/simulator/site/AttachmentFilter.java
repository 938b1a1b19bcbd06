package dev.sluice.simulator.site;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which attachments a listing gives.
 *
 * @param fileName null for any
 * @param mediaType null for any
 */
public record AttachmentFilter(
        Set<ContentStatus> statuses,
        @Nullable String fileName,
        @Nullable String mediaType) {

    /** The attachments that are in use. */
    public static final AttachmentFilter CURRENT = new AttachmentFilter(Set.of(ContentStatus.CURRENT), null, null);

    public AttachmentFilter {
        statuses = Set.copyOf(statuses);
    }

    boolean accepts(AttachmentState attachment) {
        return statuses.contains(attachment.status)
                && (fileName == null || fileName.equals(attachment.fileName))
                && (mediaType == null || mediaType.equals(attachment.view().mediaType()));
    }
}
