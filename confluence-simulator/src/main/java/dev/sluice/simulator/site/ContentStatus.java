package dev.sluice.simulator.site;

import java.util.Locale;

/** Whether content is in use, archived or in the trash. */
public enum ContentStatus {
    CURRENT,
    ARCHIVED,
    TRASHED;

    /** The word the REST API uses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
