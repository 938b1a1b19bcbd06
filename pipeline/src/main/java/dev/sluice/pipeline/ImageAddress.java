package dev.sluice.pipeline;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Addresses of pictures outside of Confluence, in one form, so that two ways to write one address are one image. */
public final class ImageAddress {

    private static final int LONGEST = 4000;

    private ImageAddress() {}

    /**
     * The canonical form: scheme and host in lower case, no default port, no fragment. Empty for what is no http address
     * of a host, has a user or a password in it, or is longer than addresses are.
     */
    public static Optional<String> canonical(String url) {
        String text = url.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(encoded(text.startsWith("//") ? "https:" + text : text));
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (!(scheme.equals("http") || scheme.equals("https"))
                    || uri.getHost() == null
                    || uri.getRawUserInfo() != null) {
                return Optional.empty();
            }
            int standard = scheme.equals("https") ? 443 : 80;
            String port = uri.getPort() < 0 || uri.getPort() == standard ? "" : ":" + uri.getPort();
            String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path + query);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** What people write into addresses though it may not stand there. */
    private static String encoded(String url) {
        StringBuilder legal = new StringBuilder();
        url.codePoints().forEach(c -> {
            boolean plain = c > ' ' && c != 0x7f && "\"<>\\^`{|}".indexOf(c) < 0;
            legal.append(plain ? Character.toString(c) : "%%%02X".formatted(c));
        });
        return legal.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    }
}
