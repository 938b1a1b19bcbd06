package dev.sluice.cli.verify;

/**
 * A file that an export knows.
 *
 * @param checksum what it should hold; empty when that is not known
 * @param required whether it should be there
 */
record RecordedFile(String path, String checksum, boolean required) {}
