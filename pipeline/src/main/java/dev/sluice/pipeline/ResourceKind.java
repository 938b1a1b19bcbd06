package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a resource is. */
public enum ResourceKind {
    @JsonProperty("page")
    PAGE,
    @JsonProperty("blogpost")
    BLOGPOST,
    @JsonProperty("attachment")
    ATTACHMENT,
    @JsonProperty("image")
    IMAGE;

    /** The kind as it stands before the colon of a {@link ResourceKey}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
