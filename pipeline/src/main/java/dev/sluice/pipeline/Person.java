package dev.sluice.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * Someone who wrote something.
 *
 * @param id account id on Cloud, user key on Data Center
 * @param name as it was listed; null when the listing gives ids only, and the name is looked up
 */
public record Person(String id, @Nullable String name) {
    public Person {
        name = name == null || name.isBlank() ? null : StorableText.of(name);
    }

    /** Someone of whom only the id is known. */
    public static Person nameless(String id) {
        return new Person(id, null);
    }
}
