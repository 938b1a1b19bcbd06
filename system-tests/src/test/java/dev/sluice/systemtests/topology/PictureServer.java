package dev.sluice.systemtests.topology;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Another site with pictures that pages show, at an address that is trusted in tests. */
public final class PictureServer implements AutoCloseable {

    static final String HOST = "127.0.0.1";

    private final HttpServer server;
    private final Map<String, byte[]> pictures = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private PictureServer(HttpServer server) {
        this.server = server;
        server.createContext("/", this::answer);
        server.start();
    }

    public static PictureServer start() {
        try {
            return new PictureServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a path, where a picture may be or not. */
    public String url(String path) {
        return "http://%s:%d%s".formatted(HOST, server.getAddress().getPort(), path);
    }

    /** From now on there is this picture. */
    public void put(String path, byte[] picture) {
        pictures.put(path, picture);
    }

    /** The paths that were asked for since the last call. */
    public List<String> asked() {
        List<String> paths = List.copyOf(asked);
        asked.removeAll(paths);
        return paths;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            byte[] picture = pictures.get(path);
            if (picture == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String tag = "\"" + java.util.Arrays.hashCode(picture) + "\"";
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.sendResponseHeaders(200, picture.length);
            exchange.getResponseBody().write(picture);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
