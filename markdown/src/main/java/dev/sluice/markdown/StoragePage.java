package dev.sluice.markdown;

/**
 * A page as the converter takes it.
 *
 * @param outputPath where its Markdown will lie, relative to the destination, with {@code /} between the parts
 * @param storage the body in storage format; may be ill-formed
 */
public record StoragePage(String id, String spaceKey, String title, String outputPath, String storage) {}
