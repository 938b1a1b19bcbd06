package dev.sluice.systemtests.topology;

import static org.awaitility.Awaitility.await;

import dev.sluice.cli.embedded.EmbeddedKafka;
import dev.sluice.pipeline.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** A Kafka broker in a process of its own, which can be killed and started again on its files. */
final class BrokerProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final int port = ServiceProcess.freePort();
    private final List<String> arguments;
    private JavaProcess process;

    /** {@code partitions}: of each topic. */
    BrokerProcess(int partitions) {
        this.arguments = List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                Installation.newFolder("broker").toString(),
                Integer.toString(port),
                Integer.toString(partitions));
        this.process = start();
    }

    /** {@code words}: directory, port, partitions of each topic. */
    public static void main(String[] words) throws InterruptedException {
        try (EmbeddedKafka _ =
                EmbeddedKafka.start(Path.of(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]))) {
            new CountDownLatch(1).await();
        }
    }

    private JavaProcess start() {
        return JavaProcess.start("broker", arguments, Map.of());
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** kill -9; gives what starts it again, unless somebody else has done so. */
    Runnable killForNow() {
        JavaProcess victim = process;
        victim.kill();
        return () -> {
            if (process == victim) {
                process = start();
            }
        };
    }

    /** Returns when all topics are there. */
    void awaitReady() {
        await("the broker is ready")
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(200))
                .failFast("the broker has ended", () -> !process.isAlive())
                .until(this::isReady);
    }

    /** Whether it takes messages just now. */
    boolean isReady() {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port);
                Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            return admin.listTopics().names().get(2, TimeUnit.SECONDS).contains(Topics.DEAD_LETTERS);
        } catch (IOException | ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
