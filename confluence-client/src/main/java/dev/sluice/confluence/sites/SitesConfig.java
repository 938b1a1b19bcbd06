package dev.sluice.confluence.sites;

import dev.sluice.confluence.Product;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The Confluence sites that a deployment knows: {@code sluice.sites."acme".url=…}. */
@ConfigMapping(prefix = "sluice")
public interface SitesConfig {

    /** Sites by the name that exports refer to them with. */
    Map<String, SiteConfig> sites();

    /** One site. */
    interface SiteConfig {

        /** Base URL: with {@code /wiki} on Cloud, with the context path on Data Center. */
        URI url();

        /** Cloud or Data Center. */
        Product product();

        /** E-mail address (Cloud) or user name (Data Center); without one the token is a personal access token. */
        Optional<String> user();

        /** API token, password or personal access token. */
        String token();

        /** Requests under way at once, at most. */
        @WithDefault("32")
        int maxConcurrency();

        /** How often a request that failed is sent again, with waits that double from a fifth of a second. */
        @WithDefault("8")
        int retries();
    }
}
