package dev.sluice.confluence;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a Confluence can be, going by what a user typed or pasted: with or without {@code /wiki}, a context path, or the
 * path of a page.
 *
 * @param origin scheme, host and port as given
 * @param path what follows, without a slash at the end
 */
record SiteAddress(String origin, String path) {

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://.*");
    private static final Pattern CLOUD_HOST = Pattern.compile(".*\\.(atlassian\\.net|jira\\.com)(:\\d+)?$");
    private static final Pattern INSIDE_CONFLUENCE = Pattern.compile(
            "display|pages|spaces|x|rest|plugins|download|admin|labels|users|people|s|home|[^/]*\\.action");

    /** Reads what the user gave; a missing scheme is https. Nothing of a password in it is repeated in a message. */
    static SiteAddress parse(String given) {
        String text = given.strip();
        String address = SCHEME.matcher(text).matches() ? text : "https://" + text;
        try {
            URI uri = new URI(address.replace(" ", "%20").replaceAll("[?#].*$", ""));
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getRawUserInfo() != null) {
                throw new IllegalArgumentException(
                        "The Confluence address must not contain a user or password; give those as credentials.");
            }
            if (uri.getHost() == null || (!scheme.equals("http") && !scheme.equals("https"))) {
                throw notAnAddress(given, null);
            }
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String path = uri.getRawPath().replaceAll("/+", "/").replaceAll("/$", "");
            return new SiteAddress(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port, path);
        } catch (URISyntaxException e) {
            throw notAnAddress(given, e);
        }
    }

    /** Base URLs to try, likeliest first. */
    List<URI> candidates(@Nullable Product product) {
        Set<String> bases = new LinkedHashSet<>();
        boolean cloudForSure =
                product == Product.CLOUD || CLOUD_HOST.matcher(origin).matches();
        if (cloudForSure || (product == null && path.contains("/wiki"))) {
            bases.add(origin + wikiPath());
        }
        if (!cloudForSure) {
            bases.add(origin + contextPath());
            bases.add(origin);
        }
        if (product == null) {
            bases.add(origin + wikiPath());
        }
        return bases.stream().map(URI::create).toList();
    }

    /** Up to and with the first {@code /wiki}, or just that. */
    private String wikiPath() {
        List<String> parts = List.of(path.split("/"));
        int wiki = parts.indexOf("wiki");
        return wiki < 0 ? "/wiki" : String.join("/", parts.subList(0, wiki + 1));
    }

    /** Up to the first part that belongs to Confluence itself. */
    private String contextPath() {
        List<String> parts = Arrays.stream(path.split("/"))
                .takeWhile(part -> !INSIDE_CONFLUENCE.matcher(part).matches())
                .toList();
        return String.join("/", parts);
    }

    private static IllegalArgumentException notAnAddress(String given, @Nullable URISyntaxException cause) {
        String shown = given.contains("@") ? "The Confluence address" : "\"" + given.strip() + "\"";
        return new IllegalArgumentException(
                shown + " is not a web address; give it as in https://example.atlassian.net or"
                        + " https://confluence.example.org.",
                cause);
    }
}
