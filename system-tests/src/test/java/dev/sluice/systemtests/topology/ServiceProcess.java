package dev.sluice.systemtests.topology;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One service in a process of its own, which can be killed and started again. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    /** Options that let a JVM start soon and take little. */
    static final List<String> SMALL = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final AtomicInteger STARTS = new AtomicInteger();

    private final Service service;
    private final int port = freePort();
    private final List<String> arguments = new ArrayList<>();
    private JavaProcess process;

    ServiceProcess(Service service, Map<String, String> settings) {
        this(service, settings, SMALL);
    }

    /** {@code options}: of the JVM. */
    ServiceProcess(Service service, Map<String, String> settings, List<String> options) {
        this.service = service;
        arguments.addAll(options);
        arguments.add("-Dquarkus.http.host=127.0.0.1");
        arguments.add("-Dquarkus.http.port=" + port);
        arguments.addAll(service.smallBatches());
        if (service == Service.FETCHER) {
            // A batch of the site that is limited hard takes longer than a consumer may stay away.
            arguments.add("-Dmp.messaging.incoming.fetch-changes-in.max.poll.interval.ms=10000");
        }
        settings.forEach((key, value) -> arguments.add("-D" + key + "=" + value));
        arguments.addAll(
                List.of("-jar", Installation.application(service.module()).toString()));
        process = start();
    }

    private JavaProcess start() {
        return JavaProcess.start(service.word() + "-" + STARTS.incrementAndGet(), arguments, Map.of());
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Returns when the service says that it is ready. */
    void awaitReady() {
        await(service + " is ready")
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(200))
                .failFast(service + " has ended", () -> !process.isAlive())
                .until(this::isReady);
    }

    private boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(address().resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The answer to a GET, whatever its status. */
    String get(String path) {
        HttpRequest request = HttpRequest.newBuilder(address().resolve(path))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void kill() {
        process.kill();
    }

    void restart() {
        process = start();
        awaitReady();
    }

    /** kill -9; gives what starts it again, unless somebody else has done so, and does not wait until it is ready. */
    Runnable killForNow() {
        JavaProcess victim = process;
        victim.kill();
        return () -> replace(victim);
    }

    /** Tells it to end, which takes a while; gives what waits for that and starts it again. */
    Runnable leaveForNow() {
        JavaProcess leaver = process;
        leaver.terminate();
        return () -> {
            leaver.await(LONGEST_START);
            replace(leaver);
        };
    }

    private void replace(JavaProcess over) {
        if (process == over) {
            process = start();
        }
    }

    /** Tells it to end, and waits until it has. */
    void leave() {
        process.terminate();
        process.await(LONGEST_START);
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
