package dev.sluice.simulator.http;

import java.util.Optional;

/** What one product answers; everything but faults and counting. */
public interface SiteApi {

    /** The route of a request, whoever sent it. */
    Optional<Routes.Match> find(Request request);

    /** Answers a request that has a route; errors come as {@link Refusal}. */
    Response answer(Routes.Match match);

    /** Answers a request that has no route. */
    Response unknown(Request request);

    /** Answers a request beyond the rate limit. */
    Response tooManyRequests(int retryAfterSeconds);

    /** Adds the headers that every answer of the product has. */
    Response decorate(Response response, TokenBucket bucket);
}
