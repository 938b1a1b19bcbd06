package dev.sluice.simulator;

/**
 * An attachment as it was when it was asked for.
 *
 * @param size in bytes
 */
public record SimulatedAttachment(
        String id, String pageId, String fileName, String mediaType, int version, long size) {}
