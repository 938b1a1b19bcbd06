package dev.sluice.confluence.network;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.concurrent.Executors;

/** Makes HTTP clients that take the way that a {@link Network} describes. They follow no redirects. */
public final class HttpClients {

    private static final Logger LOG = System.getLogger("dev.sluice.confluence");

    static {
        // Java sends no password to a proxy for https addresses unless told that it may
        if (System.getProperty("jdk.http.auth.tunneling.disabledSchemes") == null) {
            System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        }
    }

    private HttpClients() {}

    public static HttpClient.Builder builder(Network network) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(network.proxies().selector())
                .executor(Executors.newVirtualThreadPerTaskExecutor());
        if (!network.verifyTls()) {
            LOG.log(
                    Level.WARNING,
                    "Certificates are NOT verified: anybody on the way can read the credentials and change what is exported.");
            return builder.sslContext(Trust.everything());
        }
        return network.caFile() == null ? builder : builder.sslContext(Trust.alsoIn(network.caFile()));
    }

    /** Tells the proxy on the way to this address who we are, if it wants to know. */
    public static void authorize(HttpRequest.Builder request, Network network, URI target) {
        network.proxies().authorization(target).ifPresent(value -> request.header("Proxy-Authorization", value));
    }
}
