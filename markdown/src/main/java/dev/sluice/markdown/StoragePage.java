package dev.sluice.markdown;

import org.jspecify.annotations.Nullable;

/**
 * A page as the converter takes it.
 *
 * @param outputPath where its Markdown will lie, relative to the destination, with {@code /} between the parts
 * @param storage the body in storage format; may be ill-formed
 * @param metadata for front matter, breadcrumbs and comments; null for the body alone
 */
public record StoragePage(
        String id,
        String spaceKey,
        String title,
        String outputPath,
        String storage,
        @Nullable PageMetadata metadata) {

    /** A page of which only the body is converted. */
    public StoragePage(String id, String spaceKey, String title, String outputPath, String storage) {
        this(id, spaceKey, title, outputPath, storage, null);
    }
}
