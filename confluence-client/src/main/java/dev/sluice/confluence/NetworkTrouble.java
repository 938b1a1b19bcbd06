package dev.sluice.confluence;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says in one sentence why no answer came, and what to do. */
final class NetworkTrouble {

    private NetworkTrouble() {}

    static String of(URI uri, IOException e) {
        String host = Uris.origin(uri);
        return switch (e) {
            case HttpConnectTimeoutException _ ->
                "No connection to " + host + " within the time limit; check the address and the network.";
            case HttpTimeoutException _ ->
                "No answer from " + Uris.shown(uri) + " within the time limit; run again later.";
            case ConnectException _
            when anyCause(e, UnresolvedAddressException.class::isInstance) ->
                "The host of " + host + " is not known; check the address for typing errors.";
            case ConnectException _ -> "No connection to " + host + "; check the address and that the server runs.";
            default -> "The connection to " + Uris.shown(uri) + " broke (" + e.getMessage() + "); run again later.";
        };
    }

    /** Whether this TLS failure will come again: a certificate that is not trusted, or no TLS at all. */
    static boolean isLasting(IOException e) {
        return isPlainText(e) || anyCause(e, GeneralSecurityException.class::isInstance);
    }

    static String ofTls(URI uri, IOException e) {
        String host = Uris.origin(uri);
        return isPlainText(e)
                ? "The server at " + host + " does not speak TLS; give its address with http:// instead."
                : "No trusted TLS connection to " + host + " (" + e.getMessage()
                        + "); give the file of its certificate authority with --ca-file (services: .ca-file of the site).";
    }

    private static boolean isPlainText(IOException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("unrecognized ssl message");
    }

    private static boolean anyCause(Throwable failure, Predicate<Throwable> wanted) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(wanted);
    }
}
