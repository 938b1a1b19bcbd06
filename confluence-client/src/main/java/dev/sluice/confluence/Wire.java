package dev.sluice.confluence;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends single requests. The credentials go to the site's own origin and nowhere else; redirects are not followed here.
 */
final class Wire implements AutoCloseable {

    private final Site site;
    private final ClientSettings settings;
    private final String authorization;
    private final HttpClient client;
    private final StallWatch stalls;
    private final LongAdder siteRequests = new LongAdder();
    private final LongAdder otherRequests = new LongAdder();
    private volatile boolean closed;

    Wire(Site site, ClientSettings settings) {
        this.site = site;
        this.settings = settings;
        this.authorization = authorization(site.credentials());
        this.stalls = new StallWatch(settings.timeouts().request());
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeouts().connect())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** The answer to a GET as soon as its headers are there, whatever its status. */
    Answer send(URI uri) throws TransientFailure {
        return send(uri, null);
    }

    /** As {@link #send(URI)}; a POST when there is JSON to send. */
    Answer send(URI uri, @Nullable String json) throws TransientFailure {
        boolean ownSite = Uris.sameOrigin(uri, site.baseUrl());
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(settings.timeouts().request())
                .header("User-Agent", settings.userAgent())
                .header("Accept", "application/json, */*;q=0.8");
        if (ownSite) {
            request.header("Authorization", authorization);
        }
        if (json != null) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json));
        }
        if (closed) {
            throw closedException();
        }
        (ownSite ? siteRequests : otherRequests).increment();
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
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

    private static String authorization(Credentials credentials) {
        return switch (credentials) {
            case Credentials.Basic basic ->
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString((basic.user() + ":" + basic.secret()).getBytes(StandardCharsets.UTF_8));
            case Credentials.Bearer bearer -> "Bearer " + requireToken(bearer.token());
        };
    }

    /** The token itself; one that cannot stand in a header would otherwise end up in an exception's message. */
    private static String requireToken(String token) {
        if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new ConfluenceException(
                    ConfluenceException.Category.NOT_AUTHORISED,
                    "The access token is empty or contains a character that no token has; copy it again.");
        }
        return token;
    }
}
