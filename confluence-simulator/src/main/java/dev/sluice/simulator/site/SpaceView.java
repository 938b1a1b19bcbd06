package dev.sluice.simulator.site;

/**
 * A space as it was when it was asked for.
 *
 * @param createdAt milliseconds since 1970
 * @param personal whether it belongs to a person: its key begins with a tilde
 */
public record SpaceView(
        long id, String key, String name, long homepageId, long createdAt, boolean personal, boolean archived) {

    /** As the REST APIs say it. */
    public String type() {
        return personal ? "personal" : "global";
    }

    /** As the REST API of Cloud says it. */
    public String status() {
        return archived ? "archived" : "current";
    }
}
