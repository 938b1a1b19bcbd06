package dev.sluice.renderer.links;

import java.util.Optional;

/** What people are called. */
@FunctionalInterface
public interface PersonNames {

    /** The display name of the person with this account id or user key; empty when it is not known. */
    Optional<String> find(String id);
}
