package dev.sluice.confluence;

import org.jspecify.annotations.Nullable;

/** A space. The id is numeric on Cloud and Data Center alike; the home page can be missing. */
public record Space(
        String id, String key, String name, @Nullable String homepageId) {}
