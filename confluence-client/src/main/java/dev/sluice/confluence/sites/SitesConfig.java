package dev.sluice.confluence.sites;

import dev.sluice.confluence.Product;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The Confluence sites that a deployment knows: {@code sluice.sites."acme".url=…}. */
@ConfigMapping(prefix = "sluice")
public interface SitesConfig {

    /** Sites by the name that exports refer to them with. */
    Map<String, SiteConfig> sites();

    /** Where Atlassian's own services are; for stand-ins of them. */
    Atlassian atlassian();

    /** Atlassian's services for all Cloud sites. */
    interface Atlassian {

        /** The gateway to the sites' REST API, without a slash at the end. */
        @WithDefault("https://api.atlassian.com")
        URI gateway();

        /** OAuth 2.0, without a slash at the end. */
        @WithDefault("https://auth.atlassian.com")
        URI login();
    }

    /** One site. */
    interface SiteConfig {

        /** Base URL: with {@code /wiki} on Cloud, with the context path on Data Center. */
        URI url();

        /** Cloud or Data Center. */
        Product product();

        /** E-mail address (Cloud) or user name (Data Center); without one the token is a personal access token. */
        Optional<String> user();

        /** API token, password or personal access token. */
        Optional<String> token();

        /** File that holds the token; read when the site is first asked. */
        Optional<Path> tokenFile();

        /** File of an OAuth 2.0 grant, as {@code sluice login --oauth} writes it; renewed in place. */
        Optional<Path> oauthFile();

        /** Ask as nobody, and export what everybody may see. */
        @WithDefault("false")
        boolean anonymous();

        /** Ask by way of Atlassian's gateway, as scoped tokens need it; the cloud id is found when not given. */
        @WithDefault("false")
        boolean gateway();

        /** Id of the Cloud site at the gateway. */
        Optional<String> cloudId();

        /** Certificate authorities to trust besides Java's own, as PEM. */
        Optional<Path> caFile();

        /** False to take any certificate for good. Then anybody on the way can read and change everything. */
        @WithDefault("true")
        boolean verifyTls();

        /** Proxies, as {@code http://user:password@host:port}; when not given, the environment's {@code HTTPS_PROXY} and its like. */
        Optional<String> httpProxy();

        /** The same for {@code https} addresses. */
        Optional<String> httpsProxy();

        /** Hosts to ask directly, separated by commas; {@code *} for all. */
        Optional<String> noProxy();

        /** Requests under way at once, at most. */
        @WithDefault("32")
        int maxConcurrency();

        /** Requests a second, at most, of all processes together; without one, as many as the site bears. */
        OptionalDouble maxRequestsPerSecond();

        /** How often a request that failed is sent again, with waits that double from a fifth of a second. */
        @WithDefault("8")
        int retries();
    }
}
