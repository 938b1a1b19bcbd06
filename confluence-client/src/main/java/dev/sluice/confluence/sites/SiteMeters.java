package dev.sluice.confluence.sites;

import dev.sluice.confluence.SiteObserver;
import dev.sluice.confluence.Traffic;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/** What collectors of metrics learn of a site. */
final class SiteMeters implements SiteObserver {

    private final String site;
    private final MeterRegistry registry;

    SiteMeters(String site, MeterRegistry registry) {
        this.site = site;
        this.registry = registry;
    }

    @Override
    public void answered(String endpoint, int status, Duration took) {
        Timer.builder("sluice.confluence.requests")
                .description("Requests to Confluence, until their answers begin")
                .tags("site", site, "endpoint", endpoint, "status", status == 0 ? "none" : Integer.toString(status))
                .register(registry)
                .record(took);
    }

    @Override
    public void waited(String reason, Duration wait) {
        Timer.builder("sluice.confluence.waits")
                .description("How long requests were held back before they were sent")
                .tags("site", site, "reason", reason)
                .register(registry)
                .record(wait);
    }

    /** Shows what the client is at now, for as long as it is there. */
    void watch(Supplier<Traffic> traffic, InstantSource clock) {
        Gauge.builder("sluice.confluence.concurrency", () -> traffic.get().concurrency())
                .description("Requests that may be under way at once at present")
                .tag("site", site)
                .register(registry);
        Gauge.builder(
                        "sluice.confluence.pause",
                        () -> traffic.get().pause().left(clock.instant()).toMillis() / 1000.0)
                .description("How long the site is not to be asked any more")
                .baseUnit("seconds")
                .tag("site", site)
                .register(registry);
    }
}
