package dev.sluice.confluence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.confluence.limit.SiteLimit;
import java.io.IOException;
import java.net.URI;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads a site's answers: each request through the gate, again while that helps, and whole listings link by link. */
final class SiteHttp implements AutoCloseable {

    /** Bytes of one answer: enough for a hundred large pages, not enough to fill the memory. */
    private static final long LARGEST_ANSWER = 64L * 1024 * 1024;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(LARGEST_ANSWER)
                    .build())
            .build());
    private static final String CURRENT_USER = "/rest/api/user/current";

    private final Site site;
    private final Wire wire;
    private final RequestGate gate;
    private final Retrying retrying;
    private final Refusals refusals;

    /** For a client that asks its site alone. */
    SiteHttp(Site site, ClientSettings settings, Timing timing) {
        this(site, settings, settings.ownLimit(timing.clock()), timing);
    }

    SiteHttp(Site site, ClientSettings settings, SiteLimit limit, Timing timing) {
        this(site, settings, limit, timing, SiteObserver.NONE);
    }

    SiteHttp(Site site, ClientSettings settings, SiteLimit limit, Timing timing, SiteObserver observer) {
        this.site = site;
        this.wire = new Wire(site, settings, observer);
        this.gate = new RequestGate(settings.pace().maxConcurrent(), limit, timing, observer);
        this.retrying = new Retrying(settings.retries(), gate, timing);
        this.refusals = new Refusals(site, timing.clock());
    }

    Site site() {
        return site;
    }

    /** The answer to a path below the base URL. */
    JsonNode json(String path) {
        return json(Uris.lenient(site.apiUrl() + path));
    }

    JsonNode json(URI uri) {
        return ask(uri, null);
    }

    /** The answer to a question that is too long for an address; it changes nothing, and may be asked again. */
    JsonNode post(String path, JsonNode question) {
        return ask(Uris.lenient(site.baseUrl() + path), question.toString());
    }

    private JsonNode ask(URI uri, @Nullable String json) {
        return retrying.run(() -> {
            try (RequestGate.Permit permit = gate.enter();
                    Answer answer = wire.send(uri, json)) {
                permit.answered(answer);
                refusals.requireOk(answer);
                return parsed(answer);
            }
        });
    }

    /** Like {@link #json(String)}; empty when the site says that there is no such thing, or none to see. */
    Optional<JsonNode> find(String path) {
        try {
            return Optional.of(json(path));
        } catch (ConfluenceException e) {
            if (e.category() == ConfluenceException.Category.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Who we are to the site; refuses with {@code NOT_AUTHORISED} when that is nobody, and was not meant to be. */
    JsonNode currentUser() {
        try {
            JsonNode user = json(CURRENT_USER);
            if (!site.isAnonymous() && Json.textOrEmpty(user, "type").equals("anonymous")) {
                throw refusals.anonymous();
            }
            return user;
        } catch (ConfluenceException e) {
            if (e.category() == ConfluenceException.Category.FORBIDDEN) {
                throw refusals.anonymous();
            }
            throw e;
        }
    }

    /** The answers of a listing, each asked for when it is needed. */
    Iterator<JsonNode> answers(String path) {
        return new ListingWalk(this, Uris.lenient(site.apiUrl() + path));
    }

    /** The items of a whole listing. */
    Stream<JsonNode> listing(String path) {
        return stream(answers(path)).flatMap(ListingWalk::items);
    }

    static <T> Stream<T> stream(Iterator<T> items) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(items, 0), false);
    }

    <T> Downloaded<T> download(AttachmentRef attachment, Stamp held, DownloadSink<T> sink) {
        URI first = Uris.resolve(site.apiUrl(), attachment.downloadLink());
        DownloadRoute route = new DownloadRoute(first, gate, wire);
        return new Download<>(attachment, held, sink, refusals).run(route, retrying);
    }

    RequestCount requests() {
        return new RequestCount(wire.siteRequests(), wire.otherRequests(), retrying.count());
    }

    Traffic traffic() {
        return gate.traffic();
    }

    @Override
    public void close() {
        wire.close();
    }

    private JsonNode parsed(Answer answer) throws TransientFailure {
        if (answer.isHtml()) {
            throw refusals.htmlInsteadOfData(answer);
        }
        try {
            JsonNode read = MAPPER.readTree(answer.body());
            if (read.isMissingNode()) {
                throw broken(answer, "is empty", null);
            }
            return read;
        } catch (JsonEOFException e) {
            throw broken(answer, "ends too early", e);
        } catch (StreamConstraintsException e) {
            throw new ConfluenceException(
                    ConfluenceException.Category.MALFORMED,
                    "The answer to " + Uris.shown(answer.uri()) + " is too large to be read (" + answer.trace()
                            + "); make the page smaller or leave it out.",
                    e);
        } catch (JsonProcessingException e) {
            throw new ConfluenceException(
                    ConfluenceException.Category.MALFORMED,
                    "The server answered " + Uris.shown(answer.uri()) + " with something that is not JSON ("
                            + answer.trace() + "); check that the address is that of a Confluence.",
                    e);
        } catch (IOException e) {
            throw broken(answer, "broke off", e);
        }
    }

    private static TransientFailure broken(Answer answer, String what, @Nullable IOException cause) {
        return TransientFailure.broken(new ConfluenceException(
                ConfluenceException.Category.UNAVAILABLE,
                "The answer to " + Uris.shown(answer.uri()) + " " + what + ", again and again (" + answer.trace()
                        + "); run again later.",
                cause));
    }
}
