package dev.sluice.simulator.site;

/**
 * A space as it was when it was asked for.
 *
 * @param createdAt milliseconds since 1970
 */
public record SpaceView(long id, String key, String name, long homepageId, long createdAt) {}
