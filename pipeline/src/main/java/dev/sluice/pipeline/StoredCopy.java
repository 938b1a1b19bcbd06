package dev.sluice.pipeline;

/**
 * Bytes that the object store holds.
 *
 * @param key relative to the destination
 * @param size in bytes
 */
public record StoredCopy(String key, String sha256, long size) {}
