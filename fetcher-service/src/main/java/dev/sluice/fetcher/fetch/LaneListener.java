package dev.sluice.fetcher.fetch;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.connector.InboundConnector;
import io.smallrye.reactive.messaging.kafka.KafkaConnector;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/**
 * Reads the changes once for each site, as a consumer group of its own, and once for all that belongs to none of them: every
 * site has its own place in the topic, and its own batches in work. Batches are acknowledged in their order, when they are
 * done.
 */
@ApplicationScoped
class LaneListener {

    private final InboundConnector kafka;
    private final ChangeListener listener;
    private final ApartSites sites;
    private final int batchesAtOnce;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<SideBySide<?>> lanes = new ArrayList<>();

    LaneListener(
            @Connector(KafkaConnector.CONNECTOR_NAME) InboundConnector kafka,
            ChangeListener listener,
            ApartSites sites,
            FetcherConfig config) {
        this.kafka = kafka;
        this.listener = listener;
        this.sites = sites;
        this.batchesAtOnce = config.batchesAtOnce();
    }

    /** What belongs to no site that has a lane. */
    @Incoming("fetch-changes-in")
    Flow.Subscriber<Message<List<byte[]>>> others() {
        return lane("others", listener::on);
    }

    void start(@Observes StartupEvent started) {
        for (String site : sites.apart()) {
            kafka.getPublisher(new LaneSettings(ConfigProvider.getConfig(), site))
                    .subscribe(lane(site, batch -> listener.onLane(site, batch)));
        }
    }

    private <T extends Message<?>> SideBySide<T> lane(String name, Consumer<ConsumerRecords<String, byte[]>> work) {
        SideBySide<T> lane =
                new SideBySide<>(name, batchesAtOnce, message -> work.accept(records(message)), Message::ack, threads);
        lanes.add(lane);
        return lane;
    }

    @SuppressWarnings("unchecked") // the deserializers of the channel make these types
    private static ConsumerRecords<String, byte[]> records(Message<?> message) {
        IncomingKafkaRecordBatchMetadata<String, byte[]> batch =
                message.getMetadata(IncomingKafkaRecordBatchMetadata.class).orElseThrow();
        return batch.getRecords();
    }

    @PreDestroy
    void close() {
        lanes.forEach(SideBySide::cancel);
        threads.shutdownNow();
    }
}
