package dev.sluice.store;

import java.net.URLConnection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What an object is, by the ending of its key. */
final class MediaTypes {

    private static final String UNKNOWN = "application/octet-stream";

    /** Text is UTF-8: Sluice writes no other. Attachments may be in any encoding, so that theirs is not said. */
    private static final Map<String, String> OWN = Map.of(
            "md", "text/markdown; charset=utf-8",
            "json", "application/json",
            "jsonl", "application/jsonl",
            "svg", "image/svg+xml",
            "webp", "image/webp",
            "drawio", "application/vnd.jgraph.mxfile");

    private MediaTypes() {}

    static String of(String key) {
        String ending = key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String own = OWN.get(ending);
        return own != null
                ? own
                : Objects.requireNonNullElse(URLConnection.getFileNameMap().getContentTypeFor(key), UNKNOWN);
    }
}
