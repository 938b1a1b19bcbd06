package dev.sluice.confluence.network;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which requests go by way of a proxy.
 *
 * @param http for {@code http} addresses; null for none
 * @param https for {@code https} addresses; null for none
 * @param direct hosts that are asked directly: names, with all names below them, with or without a port; {@code *} is all
 */
public record Proxies(@Nullable URI http, @Nullable URI https, List<String> direct) {

    public static final Proxies NONE = new Proxies(null, null, List.of());

    public Proxies {
        direct = List.copyOf(direct);
        requireProxy(http);
        requireProxy(https);
    }

    /** As the variables {@code HTTP_PROXY}, {@code HTTPS_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY} say, small or capital. */
    public static Proxies of(Map<String, String> environment) {
        String all = variable(environment, "ALL_PROXY");
        String http = variable(environment, "HTTP_PROXY");
        String https = variable(environment, "HTTPS_PROXY");
        return of(http.isEmpty() ? all : http, https.isEmpty() ? all : https, variable(environment, "NO_PROXY"));
    }

    /** Empty texts for none; {@code direct} is separated by commas. */
    public static Proxies of(String http, String https, String direct) {
        List<String> hosts = Arrays.stream(direct.split("[,\\s]+"))
                .filter(host -> !host.isEmpty())
                .toList();
        return new Proxies(uri(http), uri(https), hosts);
    }

    /** Never shows the password that an address of a proxy can contain. */
    @Override
    public String toString() {
        return "Proxies[http %s, https %s, direct %s]".formatted(shown(http), shown(https), direct);
    }

    /** The header by which the proxy for this address is told who we are; empty when it need not be. */
    Optional<String> authorization(URI target) {
        return proxy(target)
                .map(URI::getUserInfo)
                .map(user -> "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
    }

    ProxySelector selector() {
        return new Selector();
    }

    /** The proxy that the target is asked through. */
    Optional<URI> proxy(URI target) {
        URI proxy = "https".equalsIgnoreCase(target.getScheme()) ? https : http;
        boolean straight = direct.stream().anyMatch(pattern -> matches(pattern, target));
        return straight ? Optional.empty() : Optional.ofNullable(proxy);
    }

    private static boolean matches(String pattern, URI target) {
        if (pattern.equals("*")) {
            return true;
        }
        String host = String.valueOf(target.getHost()).toLowerCase(Locale.ROOT);
        int colon = pattern.lastIndexOf(':');
        boolean withPort = colon > 0 && pattern.substring(colon + 1).matches("\\d+");
        if (withPort && port(target) != Integer.parseInt(pattern.substring(colon + 1))) {
            return false;
        }
        String name = (withPort ? pattern.substring(0, colon) : pattern)
                .toLowerCase(Locale.ROOT)
                .replaceAll("^\\*?\\.", "");
        return host.equals(name) || host.endsWith("." + name);
    }

    private static int port(URI uri) {
        int standard = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return uri.getPort() < 0 ? standard : uri.getPort();
    }

    private static String variable(Map<String, String> environment, String name) {
        String small =
                environment.getOrDefault(name.toLowerCase(Locale.ROOT), "").strip();
        return small.isEmpty() ? environment.getOrDefault(name, "").strip() : small;
    }

    private static @Nullable URI uri(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return URI.create(text.contains("://") ? text : "http://" + text);
        } catch (IllegalArgumentException e) {
            throw notAProxy();
        }
    }

    private static void requireProxy(@Nullable URI proxy) {
        if (proxy != null && (proxy.getHost() == null || !"http".equalsIgnoreCase(proxy.getScheme()))) {
            throw notAProxy();
        }
    }

    /** Does not repeat what was given: there can be a password in it. */
    private static IllegalArgumentException notAProxy() {
        return new IllegalArgumentException(
                "The address of the proxy is not one; give it as in http://proxy.example.org:3128.");
    }

    private static String shown(@Nullable URI proxy) {
        return proxy == null ? "none" : proxy.getHost() + ":" + port(proxy);
    }

    private final class Selector extends ProxySelector {
        @Override
        public List<Proxy> select(URI target) {
            return List.of(Proxies.this
                    .proxy(target)
                    .map(proxy -> new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), port(proxy))))
                    .orElse(Proxy.NO_PROXY));
        }

        @Override
        public void connectFailed(URI target, SocketAddress proxy, java.io.IOException failure) {
            // the request fails by itself and says why
        }
    }
}
