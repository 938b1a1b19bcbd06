package dev.sluice.simulator.http;

import dev.sluice.simulator.content.BinaryContent;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers that carry a binary, whole or from an offset. */
public final class Downloads {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");

    private Downloads() {}

    /** The whole binary, or the rest of it when the request asks for that and ranges are honoured. */
    public static Response answer(Request request, BinaryContent content, String mediaType, boolean ranges) {
        Matcher range = RANGE.matcher(request.findHeader("Range").orElse(""));
        if (!ranges || !range.matches() || !range.group(2).isEmpty()) {
            Response whole =
                    Response.stream(200, mediaType, new Response.Body(content.size(), out -> content.writeTo(out, 0)));
            return ranges ? whole.with("Accept-Ranges", "bytes") : whole;
        }
        long from = Long.parseLong(range.group(1));
        if (from >= content.size()) {
            return Response.empty(416).with("Content-Range", "bytes */" + content.size());
        }
        Response.Body rest = new Response.Body(content.size() - from, out -> content.writeTo(out, from));
        return Response.stream(206, mediaType, rest)
                .with("Content-Range", "bytes " + from + "-" + (content.size() - 1) + "/" + content.size());
    }
}
