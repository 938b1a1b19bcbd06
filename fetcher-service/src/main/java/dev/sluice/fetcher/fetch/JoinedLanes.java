package dev.sluice.fetcher.fetch;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says that the fetcher is ready when it has its place in the group of every site, with partitions or without: whoever
 * joins later takes partitions away from others in the middle of their work, and that work is done twice.
 */
@ApplicationScoped
@Identifier(JoinedLanes.NAME)
@Readiness
class JoinedLanes implements KafkaConsumerRebalanceListener, HealthCheck {

    /** As channels name it. */
    static final String NAME = "fetcher-lanes";

    private final ApartSites sites;
    private final Set<String> joined = ConcurrentHashMap.newKeySet();

    JoinedLanes(ApartSites sites) {
        this.sites = sites;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        joined.add(consumer.groupMetadata().groupId());
    }

    @Override
    public HealthCheckResponse call() {
        Set<String> missing = sites.apart().stream()
                .map(LaneSettings.GROUP::concat)
                .filter(group -> !joined.contains(group))
                .collect(Collectors.toSet());
        return HealthCheckResponse.named("Place in the group of every site")
                .status(missing.isEmpty())
                .withData("missing", missing.size())
                .build();
    }
}
