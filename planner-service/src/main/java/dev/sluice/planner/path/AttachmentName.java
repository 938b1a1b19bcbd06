package dev.sluice.planner.path;

/**
 * What the path of an attachment can be made of.
 *
 * @param fileId see {@link dev.sluice.pipeline.AttachmentResource#fileId()}
 */
public record AttachmentName(String id, String fileName, String fileId) {}
