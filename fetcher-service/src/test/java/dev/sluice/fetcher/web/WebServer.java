package dev.sluice.fetcher.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Some other site, on this machine. */
public final class WebServer implements AutoCloseable {

    private final HttpServer server;
    private final List<Headers> asked = new CopyOnWriteArrayList<>();

    private WebServer(HttpServer server) {
        this.server = server;
    }

    public static WebServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return new WebServer(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pictures from this machine too. */
    public static WebImages trustingImages() {
        return new WebImages(config(List.of("127.0.0.1")));
    }

    /** Pictures of at most 1,000 bytes, within two seconds. */
    static WebImagesConfig config(List<String> trusted) {
        return config(trusted, Duration.ofSeconds(2));
    }

    static WebImagesConfig config(List<String> trusted, Duration timeout) {
        return new WebImagesConfig() {
            @Override
            public MemorySize largest() {
                return new MemorySize(BigInteger.valueOf(1000));
            }

            @Override
            public Duration timeout() {
                return timeout;
            }

            @Override
            public int atOnce() {
                return 2;
            }

            @Override
            public Optional<List<String>> trustedHosts() {
                return Optional.of(trusted);
            }
        };
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Headers of the requests so far. */
    public List<Headers> asked() {
        return asked;
    }

    public WebServer on(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestHeaders());
            try (exchange) {
                handler.handle(exchange);
            }
        });
        return this;
    }

    /** Gives a picture, with an ETag that it honours. */
    public WebServer picture(String path, String mediaType, byte[] bytes) {
        return on(path, exchange -> {
            String tag = "\"" + bytes.length + "\"";
            exchange.getResponseHeaders().set("Content-Type", mediaType);
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            send(exchange, 200, bytes);
        });
    }

    static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
