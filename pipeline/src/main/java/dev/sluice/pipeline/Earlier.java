package dev.sluice.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * How a resource was exported before it was exported again.
 *
 * @param path where its file lay
 * @param version null when that is not known
 */
public record Earlier(String path, @Nullable ResourceVersion version) {}
