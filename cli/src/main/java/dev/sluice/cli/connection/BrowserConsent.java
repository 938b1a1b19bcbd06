package dev.sluice.cli.connection;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.confluence.network.Network;
import dev.sluice.confluence.oauth.OAuthException;
import dev.sluice.confluence.oauth.OAuthGrant;
import dev.sluice.confluence.oauth.TokenEndpoint;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Asks somebody at a browser to let the app in, and waits for the browser to come back to this machine with a code. */
final class BrowserConsent {

    /** What an export reads, and the right to go on when the access token has expired. */
    private static final List<String> SCOPES = List.of(
            "read:space:confluence",
            "read:page:confluence",
            "read:attachment:confluence",
            "read:comment:confluence",
            "read:hierarchical-content:confluence",
            "read:content.metadata:confluence",
            "read:user:confluence",
            "read:folder:confluence",
            "readonly:content.attachment:confluence",
            "search:confluence",
            "read:confluence-content.all",
            "offline_access");

    private static final long PATIENCE_MINUTES = 10;

    private final Network network;
    private final PrintStream err;

    BrowserConsent(Network network, PrintStream err) {
        this.network = network;
        this.err = err;
    }

    /** Blocks until the browser has come back; {@code port} is that of the app's registered callback address. */
    OAuthGrant ask(String clientId, String clientSecret, int port) {
        String state = HexFormat.of().formatHex(random());
        CompletableFuture<String> code = new CompletableFuture<>();
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/callback", exchange -> receive(exchange, state, code));
            server.start();
            try {
                URI callback =
                        URI.create("http://localhost:" + server.getAddress().getPort() + "/callback");
                err.printf("Open this address in a browser and agree:%n%n  %s%n%n", address(clientId, state, callback));
                String brought = code.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
                return new TokenEndpoint(network, InstantSource.system())
                        .redeem(clientId, clientSecret, brought, callback);
            } finally {
                server.stop(0);
            }
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "Port %d cannot be used (%s); choose another one with --callback-port, and register it with the app."
                            .formatted(port, e.getMessage()));
        } catch (OAuthException | ExecutionException | TimeoutException e) {
            throw new CommandFailure(
                    ExitCode.NOT_AUTHORISED,
                    e instanceof OAuthException
                            ? String.valueOf(e.getMessage())
                            : "The browser did not come back with a consent; run 'sluice login --oauth' again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.INTERRUPTED, "Interrupted.");
        }
    }

    private String address(String clientId, String state, URI callback) {
        return network.login() + "/authorize?audience=api.atlassian.com&client_id=" + encoded(clientId) + "&scope="
                + encoded(String.join(" ", SCOPES)) + "&redirect_uri=" + encoded(callback.toString()) + "&state="
                + state
                + "&response_type=code&prompt=consent";
    }

    /** A code with another state than ours comes from somebody else, and is not used. */
    private static void receive(HttpExchange exchange, String state, CompletableFuture<String> code)
            throws IOException {
        Map<String, String> query =
                query(String.valueOf(exchange.getRequestURI().getRawQuery()));
        String brought = query.get("code");
        boolean ours = brought != null && state.equals(query.get("state"));
        String said = ours ? "You are signed in; close this window." : "This is not the answer that was waited for.";
        byte[] page = said.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=UTF-8");
        exchange.sendResponseHeaders(ours ? 200 : 400, page.length);
        try (exchange) {
            exchange.getResponseBody().write(page);
        }
        if (brought != null && ours) {
            code.complete(brought);
        }
    }

    private static Map<String, String> query(String raw) {
        return Arrays.stream(raw.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (first, second) -> second));
    }

    private static byte[] random() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
