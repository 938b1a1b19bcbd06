package dev.sluice.pipeline;

import java.time.Instant;

/**
 * Who is behind an id: what {@link DestinationLayout#person} holds.
 *
 * @param at when that was looked up
 */
public record KnownPerson(String id, String name, Instant at) {
    public KnownPerson {
        name = StorableText.of(name);
    }
}
