package dev.sluice.systemtests.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipeline.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Messages that somebody outside puts into the services' topics: such as were there before, and such as nobody understands. */
final class Letters {

    /** Those that services read. */
    private static final List<String> READ =
            List.of(Topics.DESCRIPTORS, Topics.CHANGES, Topics.CONTENTS, Topics.OUTCOMES, Topics.RUNS);

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Map<String, Object> broker;

    Letters(String bootstrapServers) {
        this.broker = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "max.block.ms",
                "5000",
                "delivery.timeout.ms",
                "10000",
                "request.timeout.ms",
                "5000",
                "default.api.timeout.ms",
                "8000");
    }

    /** Messages that consumer groups have not dealt with. */
    long lag() {
        try (Admin admin = Admin.create(broker)) {
            long lag = 0;
            for (var group : admin.listGroups(ListGroupsOptions.forConsumerGroups())
                    .valid()
                    .get()) {
                var offsets = admin.listConsumerGroupOffsets(group.groupId())
                        .partitionsToOffsetAndMetadata()
                        .get();
                Map<TopicPartition, OffsetSpec> ends = offsets.keySet().stream()
                        .collect(Collectors.toMap(partition -> partition, ignored -> OffsetSpec.latest()));
                var found = admin.listOffsets(ends).all().get();
                for (TopicPartition partition : offsets.keySet()) {
                    lag += Objects.requireNonNull(found.get(partition)).offset()
                            - Objects.requireNonNull(offsets.get(partition)).offset();
                }
            }
            return lag;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Publishes a part of what lies in one topic once more; how much of which. */
    String repeat(Random random) {
        String topic = READ.get(random.nextInt(READ.size()));
        double share = random.nextBoolean() ? 1 : random.nextDouble(0.1, 1);
        List<ConsumerRecord<byte[], byte[]>> all = newest(topic, 300);
        List<ProducerRecord<byte[], byte[]>> some = all.stream()
                .filter(ignored -> random.nextDouble() < share)
                .map(record -> new ProducerRecord<>(topic, record.partition(), record.key(), record.value()))
                .toList();
        send(some);
        return "%d messages of %s repeated".formatted(some.size(), topic);
    }

    /** Puts a message that cannot be understood into each topic. */
    void poison(Random random) {
        send(READ.stream()
                .map(topic -> new ProducerRecord<>(topic, key(random), value(random)))
                .toList());
    }

    private static byte[] key(Random random) {
        byte[] key = new byte[random.nextInt(12)];
        random.nextBytes(key);
        return random.nextInt(4) == 0 ? null : key;
    }

    private static byte[] value(Random random) {
        byte[] noise = new byte[1 + random.nextInt(2000)];
        random.nextBytes(noise);
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> new byte[0];
            case 2 -> "{\"type\":\"unheard-of\",\"run\":17}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            case 3 -> "{\"run\":{\"run\":\"".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            default -> noise;
        };
    }

    /** As many as possible of the last {@code most} messages of each partition. */
    private List<ConsumerRecord<byte[], byte[]>> newest(String topic, int most) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(broker, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, LONGEST).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions, LONGEST));
            ends.forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - most)));
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            long deadline = System.nanoTime() + LONGEST.toNanos();
            while (System.nanoTime() < deadline && !isThrough(consumer, ends)) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found;
        }
    }

    private static boolean isThrough(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey(), LONGEST) >= end.getValue());
    }

    private void send(List<ProducerRecord<byte[], byte[]>> records) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> underWay =
                    records.stream().map(producer::send).toList();
            producer.flush();
            assertThat(underWay).allMatch(Future::isDone);
        }
    }
}
