package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A file attached to a page or a blog post.
 *
 * @param fileId changes with the bytes on Cloud; the version number on Data Center
 * @param size in bytes
 * @param downloadLink relative to the site's base URL
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
        String path)
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
                key, container, spaceKey, fileName, mediaType, fileId, size, downloadLink, version, otherPath);
    }

    /** The attachment's own id, without its container. */
    @JsonIgnore
    public String attachmentId() {
        return key.id().substring(key.id().indexOf('/') + 1);
    }
}
