package dev.sluice.confluence.sites;

import dev.sluice.confluence.limit.LimitDatabase;
import dev.sluice.confluence.limit.OwnLimit;
import dev.sluice.confluence.limit.SiteLimit;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Gives out the limits of sites: shared by way of the database, if there is one. */
@ApplicationScoped
public class SiteLimits {

    private final @Nullable LimitDatabase database;

    @Inject
    SiteLimits(RateLimitConfig config) {
        this(config.jdbcUrl()
                .map(url -> new LimitDatabase(
                        url, config.username(), config.password().orElse("")))
                .orElse(null));
    }

    private SiteLimits(@Nullable LimitDatabase database) {
        this.database = database;
    }

    /** Limits that this process keeps for itself. */
    static SiteLimits ofThisProcess() {
        return new SiteLimits((LimitDatabase) null);
    }

    /** The limit of the site; sites at the same address have one in common. Zero requests a second are no limit. */
    SiteLimit of(URI url, double requestsPerSecond) {
        return database == null
                ? new OwnLimit(requestsPerSecond, InstantSource.system())
                : database.limit(url.toString().toLowerCase(Locale.ROOT), requestsPerSecond);
    }

    /** A process connects before its first request to a site, which would otherwise wait for that. */
    void start(@Observes Startup started) {
        if (database != null) {
            Thread.ofVirtual().start(database::prepare);
        }
    }

    @PreDestroy
    void close() {
        if (database != null) {
            database.close();
        }
    }
}
