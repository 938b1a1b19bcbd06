package dev.sluice.confluence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on a loopback port that answers each path with what the test wrote for it; the last answer repeats. */
final class ScriptedSite implements AutoCloseable {

    /** One request as the server saw it; headers are empty when there were none. */
    record Request(String path, String authorization, String range, String ifRange) {}

    /**
     * One answer.
     *
     * @param status of a rest, 206; negative when the connection stays open behind what is sent
     * @param body a character for each byte
     * @param most bytes that are sent, though all are announced
     */
    record Reply(int status, Map<String, String> headers, String body, int most) {

        static Reply json(String body) {
            return of(200, Map.of("Content-Type", "application/json"), body);
        }

        static Reply status(int status) {
            return of(status, Map.of(), "");
        }

        static Reply redirect(String location) {
            return of(302, Map.of("Location", location), "");
        }

        static Reply of(int status, Map<String, String> headers, String body) {
            return new Reply(status, headers, new String(body.getBytes(UTF_8), ISO_8859_1), Integer.MAX_VALUE);
        }

        static Reply bytes(byte[] body) {
            return new Reply(
                    200,
                    Map.of("Content-Type", "application/octet-stream"),
                    new String(body, ISO_8859_1),
                    Integer.MAX_VALUE);
        }

        /** The bytes of the body from where the request wants them on. */
        static Reply restOf(byte[] body) {
            return new Reply(206, Map.of(), new String(body, ISO_8859_1), Integer.MAX_VALUE);
        }

        Reply with(String header, String value) {
            Map<String, String> all = new HashMap<>(headers);
            all.put(header, value);
            return new Reply(status, all, body, most);
        }

        /** Announces all of it and breaks off after some. */
        Reply cutAfter(int length) {
            return new Reply(status, headers, body, length);
        }

        /** Never sends the rest of the body. */
        Reply stalledAfter(int length) {
            return new Reply(-status, headers, body, length);
        }

        /** What this is to a request for the bytes from an offset on. */
        private Reply from(int offset) {
            return with("Content-Range", "bytes " + offset + "-" + (body.length() - 1) + "/" + body.length())
                    .startingAt(offset);
        }

        private Reply startingAt(int offset) {
            return new Reply(status, headers, body.substring(offset), most);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Deque<Reply>> script = new HashMap<>();
    private final List<Request> requests = new ArrayList<>();

    ScriptedSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Answers this path, with its query, in this order. */
    synchronized ScriptedSite on(String path, Reply... replies) {
        script.put(path, new ArrayDeque<>(List.of(replies)));
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    URI uri(String path) {
        return URI.create(url() + path);
    }

    synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    List<String> paths() {
        return requests().stream().map(Request::path).toList();
    }

    Site cloud() {
        return new Site(Product.CLOUD, uri("/wiki"), new Credentials.Basic("jo@example.org", "s3cret"));
    }

    Site dataCenter() {
        return new Site(Product.DATA_CENTER, uri("/confluence"), new Credentials.Bearer("s3cret-pat"));
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private synchronized Reply next(HttpExchange exchange) {
        String path = exchange.getRequestURI().toString();
        requests.add(new Request(
                path, header(exchange, "Authorization"), header(exchange, "Range"), header(exchange, "If-Range")));
        Deque<Reply> replies = script.getOrDefault(path, new ArrayDeque<>(List.of(Reply.status(404))));
        return replies.size() > 1 ? replies.remove() : replies.element();
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private void handle(HttpExchange exchange) throws IOException {
        Reply next = next(exchange);
        Reply reply = next.status() == 206 ? next.from(offset(exchange)) : next;
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        int length = reply.body().length();
        try (exchange;
                OutputStream out = exchange.getResponseBody()) {
            exchange.sendResponseHeaders(Math.abs(reply.status()), length == 0 ? -1 : length);
            out.write(reply.body().substring(0, Math.min(length, reply.most())).getBytes(ISO_8859_1));
            out.flush();
            if (reply.status() < 0) {
                closed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int offset(HttpExchange exchange) {
        return Integer.parseInt(header(exchange, "Range").replaceAll("[^0-9]", ""));
    }
}
