package dev.sluice.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer: status, headers, and a body of known length.
 *
 * @param items how many things it gives: as many as a listing has, otherwise one or, without a body, none
 */
public record Response(int status, Map<String, String> headers, Body body, int items) {

    /** Writes a body; called at most once. */
    public interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A body and its length in bytes. */
    public record Body(long length, Writer writer) {
        static final Body NONE = new Body(0, out -> {});
    }

    public Response {
        headers = Map.copyOf(headers);
    }

    public static Response json(int status, JsonNode json) {
        byte[] bytes = Json.bytes(json);
        Body body = new Body(bytes.length, out -> out.write(bytes));
        int items = json.path("results").isArray() ? json.path("results").size() : 1;
        return new Response(status, Map.of("Content-Type", "application/json"), body, items);
    }

    public static Response html(int status, String html) {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        return stream(status, "text/html;charset=UTF-8", new Body(bytes.length, out -> out.write(bytes)));
    }

    public static Response empty(int status) {
        return new Response(status, Map.of(), Body.NONE, 0);
    }

    public static Response redirect(String location) {
        return empty(302).with("Location", location);
    }

    public static Response stream(int status, String mediaType, Body body) {
        return new Response(status, Map.of("Content-Type", mediaType), body, 1);
    }

    public Response with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, more, body, items);
    }

    /** The same, with a pause in the middle of its body. */
    Response pausing(Duration pause) {
        long half = body.length() / 2;
        Body halting = new Body(body.length(), out -> body.writer().writeTo(new PausingStream(out, half, pause)));
        return new Response(status, headers, halting, items);
    }
}
