package dev.sluice.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * The way to an S3 server, which can be bad: then some requests are answered 500 or 503, some late, some not at all, and
 * some break off after the server has done what was asked.
 */
public final class StorageGate implements AutoCloseable {

    private static final int LONGEST_HEAD = 64 * 1024;

    private final ServerSocket server;
    private final S3Settings target;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Trouble trouble = Trouble.NONE;
    private volatile Random random = new Random(0);

    /**
     * What goes wrong, as probabilities for a request.
     *
     * @param slowest how late an answer is at the most
     */
    public record Trouble(double refused, double reset, double brokenOff, Duration slowest, long seed) {

        static final Trouble NONE = new Trouble(0, 0, 0, Duration.ZERO, 0);
    }

    private StorageGate(S3Settings target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    }

    /** A way to a server of this machine. */
    public static StorageGate to(S3Settings settings) {
        try {
            StorageGate gate = new StorageGate(settings);
            gate.threads.execute(gate::accept);
            return gate;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How to reach the server this way. */
    public S3Settings settings(Duration patience) {
        URI address = URI.create("http://127.0.0.1:" + server.getLocalPort());
        return new S3Settings(address, target.region(), target.keys(), target.rules(), patience);
    }

    /** From now on requests suffer from this, which is drawn in the order in which they come. */
    public void suffer(Trouble next) {
        random = new Random(next.seed());
        trouble = next;
    }

    /** From now on all is well. */
    public void clear() {
        trouble = Trouble.NONE;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** One request for each connection, so that each has its own fate. */
    private void serve(Socket client) {
        try (client) {
            byte[] head = head(client.getInputStream());
            if (head.length > 0) {
                meetFate(client, head);
            }
        } catch (IOException e) {
            // whoever asked has gone away, which is his affair
        }
    }

    private void meetFate(Socket client, byte[] head) throws IOException {
        Trouble now = trouble;
        LockSupport.parkNanos((long) (random.nextDouble() * now.slowest.toNanos()));
        double fate = random.nextDouble();
        if (fate < now.refused) {
            refuse(client, head, random.nextBoolean());
        } else if (fate < now.refused + now.reset) {
            reset(client);
        } else {
            boolean breaksOff = fate < now.refused + now.reset + now.brokenOff;
            forward(client, head, breaksOff);
        }
    }

    private static void reset(Socket client) throws IOException {
        client.setSoLinger(true, 0);
    }

    /** What was sent is read, so that the answer is not lost with it. */
    private void refuse(Socket client, byte[] head, boolean unavailable) throws IOException {
        String code = unavailable ? "ServiceUnavailable" : "InternalError";
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>%s</Code></Error>".formatted(code);
        String status = unavailable ? "503 Service Unavailable" : "500 Internal Server Error";
        boolean bodiless = new String(head, StandardCharsets.ISO_8859_1).startsWith("HEAD ");
        String answer =
                "HTTP/1.1 %s\r\nContent-Type: application/xml\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                        .formatted(status, body.length(), bodiless ? "" : body);
        client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        client.shutdownOutput();
        client.setSoTimeout(1000);
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private void forward(Socket client, byte[] head, boolean breaksOff) throws IOException {
        try (Socket server = new Socket()) {
            server.connect(
                    new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), target.endpoint().getPort()),
                    5000);
            server.getOutputStream().write(head);
            threads.execute(() -> pass(client, server));
            if (breaksOff) {
                // after the server has done it
                int first = server.getInputStream().read();
                if (first >= 0) {
                    client.getOutputStream().write(first);
                }
                reset(client);
            } else {
                server.getInputStream().transferTo(client.getOutputStream());
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one of them has gone away
        }
    }

    /** The request up to its body, told not to come with another one on the same connection. */
    private static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int end = 0;
        while (end < 4 && head.size() < LONGEST_HEAD) {
            int next = in.read();
            if (next < 0) {
                return new byte[0];
            }
            head.write(next);
            end = next == "\r\n\r\n".charAt(end) ? end + 1 : next == '\r' ? 1 : 0;
        }
        String text = head.toString(StandardCharsets.ISO_8859_1).replaceFirst("(?i)\r\nConnection: [^\r]*", "");
        String alone = text.substring(0, text.length() - 2) + "Connection: close\r\n\r\n";
        return alone.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
