package dev.sluice.renderer.links;

import dev.sluice.pipeline.ResourceKey;
import java.util.Optional;

/** The storage bodies that are archived. */
@FunctionalInterface
public interface PageBodies {

    /** A body and its checksum, in lower-case hexadecimal. */
    record Body(String storage, String sha256) {}

    /** The body of the page as last fetched; empty when it never was. */
    Optional<Body> find(ResourceKey page);
}
