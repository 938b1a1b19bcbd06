package dev.sluice.store;

/**
 * What a store says of bytes that it has taken.
 *
 * @param size in bytes
 * @param sha256 of the bytes, in lower-case hexadecimal
 */
public record StoredObject(String key, long size, String sha256) {}
