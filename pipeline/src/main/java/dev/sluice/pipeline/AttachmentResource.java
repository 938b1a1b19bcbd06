package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * A file attached to a page or a blog post.
 *
 * @param fileId changes with the bytes on Cloud; the version number on Data Center
 * @param size in bytes
 * @param downloadLink relative to the site's base URL
 * @param held the bytes that are held of this very version; null when there are none, or when the site said nothing of them
 */
public record AttachmentResource(
        ResourceKey key,
        ResourceKey container,
        String spaceKey,
        String fileName,
        String mediaType,
        String fileId,
        long size,
        String downloadLink,
        ResourceVersion version,
        String path,
        @Nullable KnownFile held)
        implements Resource {

    public AttachmentResource {
        fileName = StorableText.of(fileName);
    }

    @JsonIgnore
    @Override
    public String identity() {
        return fileId;
    }

    /** The same file at another place. */
    public AttachmentResource at(String otherPath) {
        return new AttachmentResource(
                key, container, spaceKey, fileName, mediaType, fileId, size, downloadLink, version, otherPath, held);
    }

    /** The same file, of which these bytes are held; null for none. */
    public AttachmentResource holding(@Nullable KnownFile known) {
        return new AttachmentResource(
                key, container, spaceKey, fileName, mediaType, fileId, size, downloadLink, version, path, known);
    }

    /** The attachment's own id, without its container. */
    @JsonIgnore
    public String attachmentId() {
        return key.id().substring(key.id().indexOf('/') + 1);
    }
}
