package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * A version as Confluence states it. Numbers can go down, so versions are compared for equality only.
 *
 * @param number 0 when Confluence did not say
 */
public record ResourceVersion(int number, Instant createdAt) {

    /** Whether Confluence stated it; two unknown versions say nothing about each other. */
    @JsonIgnore
    public boolean isKnown() {
        return number > 0;
    }
}
