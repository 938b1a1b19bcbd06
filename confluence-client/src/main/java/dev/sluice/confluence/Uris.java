package dev.sluice.confluence;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Addresses of a site: built from parts, resolved from the links that the site gives. */
final class Uris {

    private Uris() {}

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The address as a URI; characters that may not stand in one are encoded. */
    static URI lenient(String address) {
        StringBuilder legal = new StringBuilder();
        address.codePoints().forEach(c -> {
            String text = Character.toString(c);
            boolean plain = c > ' ' && c < 0x7f && "\"<>\\^`{|}[]".indexOf(c) < 0;
            legal.append(plain ? text : encode(text));
        });
        try {
            return new URI(legal.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25"));
        } catch (URISyntaxException e) {
            // neither the address nor the parser's message is shown: there can be a token in it
            throw new ConfluenceException(
                    ConfluenceException.Category.MALFORMED,
                    "The server gave a link that is no web address; check that the address is that of a Confluence.");
        }
    }

    /** Scheme, host and port, with the scheme's own port spelled out. */
    static String origin(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        int standard = scheme.equals("https") ? 443 : 80;
        int port = uri.getPort() < 0 ? standard : uri.getPort();
        return scheme + "://" + String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }

    static boolean sameOrigin(URI one, URI other) {
        return origin(one).equals(origin(other));
    }

    /**
     * The address that a site's link means. Cloud's v2 links are relative to the host, v1 and Data Center links to the
     * base URL; through a gateway the host's part is our own base URL up to {@code /wiki}.
     */
    static URI resolve(URI base, String link) {
        if (link.startsWith("http://") || link.startsWith("https://")) {
            return lenient(link);
        }
        String path = link.startsWith("/") ? link : "/" + link;
        String context = base.getPath();
        String last = context.substring(context.lastIndexOf('/') + 1);
        if (!context.isEmpty() && path.startsWith(context + "/")) {
            return lenient(base.toString().substring(0, base.toString().length() - context.length()) + path);
        }
        if (!last.isEmpty() && path.startsWith("/" + last + "/")) {
            return lenient(base.toString().substring(0, base.toString().length() - last.length() - 1) + path);
        }
        return lenient(base + path);
    }

    /** What a message may show of an address: never its query, which can hold a token. */
    static String shown(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath();
    }
}
