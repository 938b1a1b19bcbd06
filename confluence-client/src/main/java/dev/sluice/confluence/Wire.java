package dev.sluice.confluence;

import dev.sluice.confluence.network.HttpClients;
import dev.sluice.confluence.oauth.OAuthException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends single requests. The credentials go to the site's own origin and nowhere else; redirects are not followed here.
 */
final class Wire implements AutoCloseable {

    private static final Map<String, String> NONE = Map.of();

    private final Site site;
    private final ClientSettings settings;
    private final Authorization authorization;
    private final HttpClient client;
    private final StallWatch stalls;
    private final SiteObserver observer;
    private final LongAdder siteRequests = new LongAdder();
    private final LongAdder otherRequests = new LongAdder();
    private volatile boolean closed;

    Wire(Site site, ClientSettings settings, SiteObserver observer) {
        this.site = site;
        this.settings = settings;
        this.observer = observer;
        this.authorization = new Authorization(site.credentials());
        this.stalls = new StallWatch(settings.timeouts().request());
        this.client = HttpClients.builder(settings.network())
                .connectTimeout(settings.timeouts().connect())
                .build();
    }

    /** The answer to a GET as soon as its headers are there, whatever its status. */
    Answer send(URI uri) throws TransientFailure {
        return send(new Question(uri, NONE, null));
    }

    /** Like {@link #send(URI)}, with these headers as well. */
    Answer send(URI uri, Map<String, String> headers) throws TransientFailure {
        return send(new Question(uri, headers, null));
    }

    /** As {@link #send(URI)}; a POST when there is JSON to send. */
    Answer send(URI uri, @Nullable String json) throws TransientFailure {
        return send(new Question(uri, NONE, json));
    }

    private Answer send(Question question) throws TransientFailure {
        if (!Uris.sameOrigin(question.uri(), site.apiUrl())) {
            otherRequests.increment();
            return send(question, null);
        }
        String credentials = header();
        siteRequests.increment();
        Answer answer = send(question, credentials);
        if (answer.status() == 401 && credentials != null && renewed(credentials)) {
            answer.close();
            siteRequests.increment();
            return send(question, header());
        }
        return answer;
    }

    /** What is asked for, with the JSON that is posted; null for a GET. */
    private record Question(
            URI uri, Map<String, String> headers, @Nullable String json) {}

    private @Nullable String header() throws TransientFailure {
        try {
            return authorization.header().orElse(null);
        } catch (OAuthException e) {
            throw withoutToken(e);
        }
    }

    private boolean renewed(String refused) throws TransientFailure {
        try {
            return authorization.renew(refused);
        } catch (OAuthException e) {
            throw withoutToken(e);
        }
    }

    private static TransientFailure withoutToken(OAuthException e) {
        ConfluenceException.Category category =
                e.isRefused() ? ConfluenceException.Category.NOT_AUTHORISED : ConfluenceException.Category.UNAVAILABLE;
        ConfluenceException failure = new ConfluenceException(category, String.valueOf(e.getMessage()), e);
        if (e.isRefused()) {
            throw failure;
        }
        return TransientFailure.broken(failure);
    }

    private Answer send(Question question, @Nullable String credentials) throws TransientFailure {
        URI uri = question.uri();
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(settings.timeouts().request())
                .header("User-Agent", settings.userAgent())
                .header("Accept", "application/json, */*;q=0.8");
        if (credentials != null) {
            request.header("Authorization", credentials);
        }
        question.headers().forEach(request::header);
        String json = question.json();
        if (json != null) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json));
        }
        HttpClients.authorize(request, settings.network(), uri);
        if (closed) {
            throw closedException();
        }
        try {
            HttpResponse<InputStream> response = observed(request.build());
            return new Answer(uri, response.statusCode(), response.headers(), stalls.watch(response.body()));
        } catch (InterruptedException e) {
            throw Timing.interrupted(e);
        } catch (IOException e) {
            if (closed) {
                throw closedException();
            }
            if (e instanceof SSLException && NetworkTrouble.isLasting(e)) {
                throw new ConfluenceException(
                        ConfluenceException.Category.UNAVAILABLE, NetworkTrouble.ofTls(uri, e), e);
            }
            throw TransientFailure.broken(
                    new ConfluenceException(ConfluenceException.Category.UNAVAILABLE, NetworkTrouble.of(uri, e), e));
        }
    }

    private HttpResponse<InputStream> observed(HttpRequest request) throws IOException, InterruptedException {
        String endpoint = Endpoint.of(request.uri(), Uris.sameOrigin(request.uri(), site.apiUrl()));
        long begin = System.nanoTime();
        int status = 0;
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            status = response.statusCode();
            return response;
        } finally {
            observer.answered(endpoint, status, Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    long siteRequests() {
        return siteRequests.sum();
    }

    long otherRequests() {
        return otherRequests.sum();
    }

    @Override
    public void close() {
        closed = true;
        stalls.close();
        client.shutdownNow();
    }

    private static ConfluenceException closedException() {
        return new ConfluenceException(
                ConfluenceException.Category.UNAVAILABLE, "The client was closed while it was in use; run again.");
    }
}
