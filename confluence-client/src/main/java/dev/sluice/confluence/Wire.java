package dev.sluice.confluence;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.SSLException;

/**
 * Sends single requests. The credentials go to the site's own origin and nowhere else; redirects are not followed here.
 */
final class Wire implements AutoCloseable {

    private final Site site;
    private final ClientSettings settings;
    private final HttpClient client;
    private final StallWatch stalls;
    private final LongAdder siteRequests = new LongAdder();
    private final LongAdder otherRequests = new LongAdder();

    Wire(Site site, ClientSettings settings) {
        this.site = site;
        this.settings = settings;
        this.stalls = new StallWatch(settings.timeouts().request());
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeouts().connect())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** The answer as soon as its headers are there, whatever its status. */
    Answer send(URI uri) throws TransientFailure {
        boolean ownSite = Uris.sameOrigin(uri, site.baseUrl());
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(settings.timeouts().request())
                .header("User-Agent", settings.userAgent())
                .header("Accept", "application/json, */*;q=0.8");
        if (ownSite) {
            request.header("Authorization", authorization(site.credentials()));
        }
        (ownSite ? siteRequests : otherRequests).increment();
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            return new Answer(uri, response.statusCode(), response.headers(), stalls.watch(response.body()));
        } catch (InterruptedException e) {
            throw Timing.interrupted(e);
        } catch (SSLException e) {
            throw new ConfluenceException(ConfluenceException.Category.UNAVAILABLE, tlsTrouble(uri, e), e);
        } catch (IOException e) {
            throw TransientFailure.broken(
                    new ConfluenceException(ConfluenceException.Category.UNAVAILABLE, trouble(uri, e), e));
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
        stalls.close();
        client.shutdownNow();
    }

    private static String authorization(Credentials credentials) {
        return switch (credentials) {
            case Credentials.Basic basic ->
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString((basic.user() + ":" + basic.secret()).getBytes(StandardCharsets.UTF_8));
            case Credentials.Bearer bearer -> "Bearer " + bearer.token();
        };
    }

    private static String tlsTrouble(URI uri, SSLException e) {
        String host = Uris.origin(uri);
        if (String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("unrecognized ssl message")) {
            return "The server at " + host + " does not speak TLS; give its address with http:// instead.";
        }
        return "No trusted TLS connection to " + host + " (" + e.getMessage()
                + "); add its certificate authority to the Java trust store (javax.net.ssl.trustStore).";
    }

    private static String trouble(URI uri, IOException e) {
        String host = Uris.origin(uri);
        return switch (e) {
            case HttpConnectTimeoutException _ ->
                "No connection to " + host + " within the time limit; check the address and the network.";
            case HttpTimeoutException _ ->
                "No answer from " + Uris.shown(uri) + " within the time limit; run again later.";
            case UnknownHostException _ -> unknown(host);
            case ConnectException _ ->
                isUnresolved(e)
                        ? unknown(host)
                        : "No connection to " + host + "; check the address and that the server runs.";
            default -> "The connection to " + Uris.shown(uri) + " broke (" + e.getMessage() + "); run again later.";
        };
    }

    private static boolean isUnresolved(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause instanceof UnresolvedAddressException || (cause != null && isUnresolved(cause));
    }

    private static String unknown(String host) {
        return "The host of " + host + " is not known; check the address for typing errors.";
    }
}
