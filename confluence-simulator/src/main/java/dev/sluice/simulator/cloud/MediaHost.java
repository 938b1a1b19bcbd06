package dev.sluice.simulator.cloud;

import dev.sluice.simulator.http.Downloads;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Routes;
import dev.sluice.simulator.http.SiteApi;
import dev.sluice.simulator.http.TokenBucket;
import dev.sluice.simulator.site.AttachmentView;
import dev.sluice.simulator.site.SiteStore;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The host that holds the binaries of Cloud: the token in the address is the only credential it takes. */
public final class MediaHost implements SiteApi {

    private final Routes routes = new Routes("");
    private final SiteStore store;
    private final MediaTokens tokens;
    private final BooleanSupplier ranges;

    MediaHost(SiteStore store, MediaTokens tokens, BooleanSupplier ranges) {
        this.store = store;
        this.tokens = tokens;
        this.ranges = ranges;
        routes.get("/file/{fileId}/binary", this::binary);
    }

    private Response binary(Request request) {
        if (request.findHeader("Authorization").isPresent()) {
            return error(400, "Only one auth mechanism allowed");
        }
        Optional<MediaTokens.Grant> grant = request.query().one("token").flatMap(tokens::check);
        if (grant.isEmpty()) {
            return error(403, "Token is missing, invalid or expired");
        }
        Optional<AttachmentView> found = store.attachment(
                        grant.get().attachmentId(), grant.get().version())
                .filter(attachment -> attachment.fileId().equals(request.variable("fileId")));
        return found.map(attachment ->
                        Downloads.answer(request, attachment.content(), attachment.mediaType(), ranges.getAsBoolean()))
                .orElseGet(() -> error(404, "File not found"));
    }

    private static Response error(int status, String title) {
        return Response.json(status, Json.tree(Map.of("error", Map.of("title", title))));
    }

    @Override
    public Optional<Routes.Match> find(Request request) {
        return routes.find(request);
    }

    @Override
    public Response answer(Routes.Match match) {
        return match.route().handler().handle(match.request());
    }

    @Override
    public Response unknown(Request request) {
        return error(404, "Not found");
    }

    @Override
    public Response tooManyRequests(int retryAfterSeconds) {
        return error(429, "Too many requests").with("Retry-After", Integer.toString(retryAfterSeconds));
    }

    @Override
    public Response decorate(Response response, TokenBucket bucket) {
        return response;
    }
}
