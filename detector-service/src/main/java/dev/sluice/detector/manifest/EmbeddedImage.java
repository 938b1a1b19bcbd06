package dev.sluice.detector.manifest;

/**
 * The file of a picture that a page holds itself.
 *
 * @param path relative to the destination
 * @param checksum SHA-256, in lower-case hexadecimal
 */
public record EmbeddedImage(String path, String checksum) {}
