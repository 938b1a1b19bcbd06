package dev.sluice.confluence;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names the endpoint that a request goes to, so that requests of a kind can be counted together. */
final class Endpoint {

    private static final Pattern ID = Pattern.compile("(att)?\\d+|[0-9a-f-]{32,36}");
    private static final Pattern API = Pattern.compile("^.*?(?=/(?:api/v2|rest/api)(?:/|$))");
    private static final Pattern DOWNLOAD = Pattern.compile("/download/");

    private Endpoint() {}

    /** {@code own}: whether it is the site itself that is asked. */
    static String of(URI uri, boolean own) {
        if (!own) {
            return "media";
        }
        String path = String.valueOf(uri.getPath());
        if (DOWNLOAD.matcher(path).find()) {
            return "/download";
        }
        String below = API.matcher(path).replaceFirst("");
        return below.equals(path) && !below.startsWith("/api/v2") && !below.startsWith("/rest/api")
                ? "other"
                : Arrays.stream(below.split("/", -1))
                        .map(part -> ID.matcher(part).matches() ? "{id}" : part)
                        .collect(Collectors.joining("/"));
    }
}
