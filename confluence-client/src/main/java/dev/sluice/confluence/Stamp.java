package dev.sluice.confluence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a site said of the bytes that it gave, by which it can be asked whether it has others now.
 *
 * @param etag null when it said none
 * @param lastModified as it said it; null when it said nothing
 */
public record Stamp(@Nullable String etag, @Nullable String lastModified) {

    /** Nothing was said: everything is to be had. */
    public static final Stamp NONE = new Stamp(null, null);

    /** A manifest may be adopted from anywhere. */
    private static final Pattern SENDABLE = Pattern.compile("[\\x20-\\x7e]+");

    static Stamp of(Answer answer) {
        return new Stamp(some(answer.header("ETag")), some(answer.header("Last-Modified")));
    }

    /** How a site is asked for nothing but other bytes. */
    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        if (etag != null && SENDABLE.matcher(etag).matches()) {
            headers.put("If-None-Match", etag);
        }
        if (lastModified != null && SENDABLE.matcher(lastModified).matches()) {
            headers.put("If-Modified-Since", lastModified);
        }
        return headers;
    }

    private static @Nullable String some(String text) {
        return text.isEmpty() ? null : text;
    }
}
