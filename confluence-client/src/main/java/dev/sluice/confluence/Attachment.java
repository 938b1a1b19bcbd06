package dev.sluice.confluence;

/**
 * What a listing says of an attachment.
 *
 * @param fileId identity of the bytes: a new one for each version on Cloud; the version number on Data Center
 */
public record Attachment(AttachmentRef ref, String mediaType, PageVersion version, String fileId) {}
