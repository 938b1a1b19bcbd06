package dev.sluice.fetcher.fetch;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
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
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.jboss.logging.Logger;

/**
 * Reads the changes once for each site, as a consumer group of its own: every site has its own place in the topic, and its
 * own batch in work. Each batch is acknowledged when it is done, as any other.
 */
@ApplicationScoped
class SiteLanes {

    private static final Logger LOG = Logger.getLogger(SiteLanes.class);

    private final InboundConnector kafka;
    private final ChangeListener listener;
    private final ApartSites sites;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Cancellable> lanes = new ArrayList<>();

    SiteLanes(
            @Connector(KafkaConnector.CONNECTOR_NAME) InboundConnector kafka,
            ChangeListener listener,
            ApartSites sites) {
        this.kafka = kafka;
        this.listener = listener;
        this.sites = sites;
    }

    void start(@Observes StartupEvent started) {
        sites.apart().forEach(site -> lanes.add(open(site)));
    }

    private Cancellable open(String site) {
        return Multi.createFrom()
                .publisher(kafka.getPublisher(new LaneSettings(ConfigProvider.getConfig(), site)))
                .onItem()
                .transformToUniAndConcatenate(message -> handled(site, message))
                .subscribe()
                .with(ignored -> {}, failure -> LOG.errorf(failure, "No more changes are taken: site=%s", site));
    }

    private Uni<Void> handled(String site, Message<?> message) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(threads)
                .invoke(() -> listener.onLane(site, records(message)))
                .chain(() -> Uni.createFrom().completionStage(message.ack()));
    }

    @SuppressWarnings("unchecked") // the deserializers of the channel make these types
    private static ConsumerRecords<String, byte[]> records(Message<?> message) {
        IncomingKafkaRecordBatchMetadata<String, byte[]> batch =
                message.getMetadata(IncomingKafkaRecordBatchMetadata.class).orElseThrow();
        return batch.getRecords();
    }

    @PreDestroy
    void close() {
        lanes.forEach(Cancellable::cancel);
        threads.shutdownNow();
    }
}
