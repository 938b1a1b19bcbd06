package dev.sluice.fetcher.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Limits of what is fetched from other sites than Confluence. */
@ConfigMapping(prefix = "fetcher.images")
public interface WebImagesConfig {

    /** Larger pictures are not fetched. */
    @WithDefault("20M")
    MemorySize largest();

    /** For a picture as a whole. */
    @WithDefault("30S")
    Duration timeout();

    /** Pictures under way at once. */
    @WithDefault("8")
    int atOnce();

    /** Hosts that may be at private addresses: those of the company's own pictures. */
    Optional<List<String>> trustedHosts();
}
