package dev.sluice.simulator;

import dev.sluice.simulator.RequestStatistics.Host;
import dev.sluice.simulator.http.Numbers;
import dev.sluice.simulator.http.Refusal;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Routes;
import dev.sluice.simulator.http.SimulatorServer;
import dev.sluice.simulator.http.SimulatorServer.Delivery;
import dev.sluice.simulator.http.SiteApi;
import dev.sluice.simulator.http.TokenBucket;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Stands before a host: delays and spoils what the faults say, lets the rest through, and counts everything. */
final class Gate implements SimulatorServer.Service {

    private static final int DROPPED = 0;

    private final Host host;
    private final SiteApi api;
    private final SimulatorFaults faults;
    private final RequestStatistics statistics;
    private final Function<String, TokenBucket> limit;

    /** {@code limit}: of this host, or this node of it, for an endpoint. */
    Gate(
            Host host,
            SiteApi api,
            SimulatorFaults faults,
            RequestStatistics statistics,
            Function<String, TokenBucket> limit) {
        this.host = host;
        this.api = api;
        this.faults = faults;
        this.statistics = statistics;
        this.limit = limit;
    }

    @Override
    public Delivery serve(Request request) throws InterruptedException {
        Optional<Routes.Match> match = api.find(request);
        String endpoint = match.map(found -> found.route().endpoint()).orElse(request.method() + " (unknown)");
        if (faults.isDown()) {
            return drop(endpoint);
        }
        TokenBucket bucket = limit.apply(endpoint);
        int wait = bucket.take();
        if (wait > 0) {
            return whole(endpoint, api.decorate(api.tooManyRequests(wait), bucket));
        }
        Fate fate = faults.nextFate();
        if (fate.latency().isPositive()) {
            Thread.sleep(fate.latency());
        }
        if (fate.reset()) {
            return drop(endpoint);
        }
        if (request.query()
                .one("limit")
                .flatMap(Numbers::parse)
                .filter(faults.listings()::isTooLarge)
                .isPresent()) {
            return whole(endpoint, Response.html(504, "<html><body><h1>504 Gateway Timeout</h1></body></html>"));
        }
        if (fate.unavailable()) {
            return whole(endpoint, Response.html(503, "<html><body><h1>503 Service Unavailable</h1></body></html>"));
        }
        if (fate.gateway() != 0) {
            return whole(endpoint, Response.html(fate.gateway(), "<html><body><h1>Bad gateway</h1></body></html>"));
        }
        OptionalInt refusal = faults.refusal(request.path());
        if (refusal.isPresent()) {
            return whole(endpoint, Response.html(refusal.getAsInt(), "<html><body><h1>Refused</h1></body></html>"));
        }
        Response response = answer(request, match);
        return spoil(fate, whole(endpoint, api.decorate(response, bucket)));
    }

    private Response answer(Request request, Optional<Routes.Match> match) {
        try {
            return match.map(api::answer).orElseGet(() -> api.unknown(request));
        } catch (Refusal refusal) {
            return refusal.response();
        }
    }

    private static Delivery spoil(Fate fate, Delivery.Whole whole) {
        Response response = whole.response();
        if (response.status() >= 300 || response.body().length() < 2) {
            return whole;
        }
        if (fate.truncated()) {
            return new Delivery.Truncated(response);
        }
        if (fate.slow()) {
            return new Delivery.Slow(response);
        }
        return fate.wrongLength() ? new Delivery.Shortened(response) : whole;
    }

    private Delivery.Whole whole(String endpoint, Response response) {
        statistics.record(host, endpoint, response.status());
        return new Delivery.Whole(response);
    }

    private Delivery drop(String endpoint) {
        statistics.record(host, endpoint, DROPPED);
        return new Delivery.Dropped();
    }
}
