package dev.sluice.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** An HTTP server with a virtual thread per request. */
public final class SimulatorServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SimulatorServer.class.getName());
    private static final int BACKLOG = 4096;

    static {
        setDefault("sun.net.httpserver.nodelay", "true");
        setDefault("sun.net.httpserver.maxIdleConnections", "4096");
        setDefault("sun.net.httpserver.idleInterval", "300");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Decides what becomes of a request. */
    @FunctionalInterface
    public interface Service {
        Delivery serve(Request request) throws InterruptedException;
    }

    /** How an answer is sent. */
    public sealed interface Delivery {
        /** As it is. */
        record Whole(Response response) implements Delivery {}

        /** With the true length announced, but only half of the body sent before the connection is closed. */
        record Truncated(Response response) implements Delivery {}

        /** As it is, with a pause in the middle of the body. */
        record Slow(Response response) implements Delivery {
            /** Long for whoever waits, and not too long for tests. */
            public static final Duration PAUSE = Duration.ofMillis(500);
        }

        /** With half of the body, announced as if it were all. */
        record Shortened(Response response) implements Delivery {}

        /** Not at all: the connection is closed. */
        record Dropped() implements Delivery {}
    }

    /**
     * Starts a server.
     *
     * @param address where to listen; port 0 for any free one
     * @throws UncheckedIOException when the port is taken
     */
    public SimulatorServer(InetSocketAddress address, Service service) {
        try {
            server = HttpServer.create(address, BACKLOG);
        } catch (IOException taken) {
            String where = address.getAddress().isLoopbackAddress() ? "the loopback address" : "this machine";
            throw new UncheckedIOException("port " + address.getPort() + " of " + where + " cannot be used", taken);
        }
        server.createContext("/", exchange -> answer(exchange, service));
        server.setExecutor(threads);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, Service service) throws IOException {
        try (exchange) {
            deliver(exchange, serve(request(exchange), service));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static Delivery serve(Request request, Service service) throws InterruptedException {
        try {
            return service.serve(request);
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "the simulator failed to answer " + request.path(), bug);
            return new Delivery.Whole(
                    Response.html(500, "<html><body><h1>500 the simulator failed</h1></body></html>"));
        }
    }

    private static Request request(HttpExchange exchange) throws IOException {
        String rawPath = exchange.getRequestURI().getRawPath();
        List<String> path = Stream.of(rawPath.substring(1).split("/", -1))
                .map(segment -> Query.decode(segment.replace("+", "%2B")))
                .toList();
        try (InputStream in = exchange.getRequestBody()) {
            return new Request(
                    exchange.getRequestMethod(),
                    path,
                    Query.parse(exchange.getRequestURI().getRawQuery()),
                    Map.of(),
                    exchange.getRequestHeaders()::getFirst,
                    in.readAllBytes());
        }
    }

    private static void deliver(HttpExchange exchange, Delivery delivery) throws IOException {
        switch (delivery) {
            case Delivery.Whole(Response response) ->
                send(exchange, response, response.body().length(), Long.MAX_VALUE);
            case Delivery.Truncated(Response response) -> {
                long length = response.body().length();
                send(exchange, response, length, length / 2);
            }
            case Delivery.Slow(Response response) -> {
                Response pausing = response.pausing(Delivery.Slow.PAUSE);
                send(exchange, pausing, pausing.body().length(), Long.MAX_VALUE);
            }
            case Delivery.Shortened(Response response) -> {
                long half = response.body().length() / 2;
                send(exchange, response, half, half);
            }
            case Delivery.Dropped() -> {
                // Closing the exchange without an answer closes the connection.
            }
        }
    }

    private static void send(HttpExchange exchange, Response response, long announced, long sent) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(response.status(), announced == 0 ? -1 : announced);
        if (announced > 0) {
            OutputStream out = exchange.getResponseBody();
            try (OutputStream limited = new LimitedStream(out, sent)) {
                response.body().writer().writeTo(limited);
            }
            if (sent >= announced) {
                out.close();
            }
        }
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
