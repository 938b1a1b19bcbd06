package dev.sluice.confluence;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** An answer whose body is still to be read. Closing it gives the connection back or up. */
record Answer(URI uri, int status, HttpHeaders headers, InputStream body) implements AutoCloseable {

    private static final int REST_WORTH_READING = 64 * 1024;

    boolean isRedirect() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    boolean isHtml() {
        return header("Content-Type").toLowerCase(Locale.ROOT).startsWith("text/html");
    }

    /** The site took the call as nobody's, although credentials were sent. */
    boolean isAnonymous() {
        return header("X-AUSERNAME").equalsIgnoreCase("anonymous");
    }

    /** The header's first value; empty when there is none. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    OptionalLong contentLength() {
        return headers.firstValueAsLong("Content-Length");
    }

    /** What an administrator can look the request up by: status, and the id that the site gave it. */
    String trace() {
        Optional<String> id = Stream.of("atl-request-id", "atl-traceid", "X-AREQUESTID")
                .flatMap(name -> headers.firstValue(name).stream())
                .findFirst();
        return "HTTP " + status + id.map(value -> ", request " + value).orElse("");
    }

    @Override
    public void close() {
        try (body) {
            body.readNBytes(REST_WORTH_READING);
        } catch (IOException e) {
            // broken: nothing more to get from this connection
            return;
        }
    }
}
