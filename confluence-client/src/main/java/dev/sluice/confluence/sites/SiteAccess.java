package dev.sluice.confluence.sites;

import dev.sluice.confluence.ClientSettings;
import dev.sluice.confluence.ConfluenceException;
import dev.sluice.confluence.Credentials;
import dev.sluice.confluence.Gateway;
import dev.sluice.confluence.Product;
import dev.sluice.confluence.Site;
import dev.sluice.confluence.network.Network;
import dev.sluice.confluence.network.Proxies;
import dev.sluice.confluence.oauth.GrantFile;
import dev.sluice.confluence.oauth.OAuthSession;
import dev.sluice.confluence.oauth.TokenEndpoint;
import dev.sluice.confluence.sites.SitesConfig.SiteConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the settings of a site come to: credentials, way, pace. */
final class SiteAccess {

    private final String name;
    private final SiteConfig config;
    private final SitesConfig.Atlassian atlassian;

    SiteAccess(String name, SiteConfig config, SitesConfig.Atlassian atlassian) {
        this.name = name;
        this.config = config;
        this.atlassian = atlassian;
    }

    ClientSettings settings() {
        return ClientSettings.defaults()
                .withMaxConcurrent(config.maxConcurrency())
                .withFailureRetries(config.retries())
                .withRequestsPerSecond(config.maxRequestsPerSecond().orElse(0))
                .withNetwork(network());
    }

    /** The site; a cloud id that is needed and not given costs a request. */
    Site site() {
        Site site = new Site(config.product(), config.url(), credentials());
        boolean gateway = config.gateway() || config.oauthFile().isPresent();
        if (config.cloudId().isPresent()) {
            return Gateway.to(site, config.cloudId().get(), settings());
        }
        return gateway && config.product() == Product.CLOUD ? Gateway.to(site, settings()) : site;
    }

    private Credentials credentials() {
        long given = Stream.of(
                        config.token().isPresent(),
                        config.tokenFile().isPresent(),
                        config.oauthFile().isPresent())
                .filter(is -> is)
                .count();
        if (config.anonymous() ? given > 0 : given != 1) {
            throw notAuthorised(
                    "The credentials of site '%s' are not clear: set one of .token, .token-file, .oauth-file or .anonymous=true."
                            .formatted(name));
        }
        if (config.anonymous()) {
            return new Credentials.Anonymous();
        }
        if (config.oauthFile().isPresent()) {
            return new Credentials.OAuth(new OAuthSession(
                    new GrantFile(config.oauthFile().get()),
                    new TokenEndpoint(network(), InstantSource.system()),
                    InstantSource.system()));
        }
        String token = config.token().orElseGet(() -> read(config.tokenFile().orElseThrow()));
        return config.user()
                .<Credentials>map(user -> new Credentials.Basic(user, token))
                .orElseGet(() -> new Credentials.Bearer(token));
    }

    private Network network() {
        return Network.DIRECT
                .withAtlassian(atlassian.gateway(), atlassian.login())
                .withProxies(proxies())
                .withCaFile(config.caFile().orElse(null))
                .withVerifyTls(config.verifyTls());
    }

    private Proxies proxies() {
        boolean said = Stream.of(config.httpProxy(), config.httpsProxy(), config.noProxy())
                .anyMatch(Optional::isPresent);
        Map<String, String> environment = System.getenv();
        return said
                ? Proxies.of(
                        config.httpProxy().orElse(""),
                        config.httpsProxy().orElse(""),
                        config.noProxy().orElse(""))
                : Proxies.of(environment);
    }

    private String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw notAuthorised("The token file of site '%s' cannot be read: %s.".formatted(name, e.getMessage()));
        }
    }

    private static ConfluenceException notAuthorised(String message) {
        return new ConfluenceException(ConfluenceException.Category.NOT_AUTHORISED, message);
    }
}
