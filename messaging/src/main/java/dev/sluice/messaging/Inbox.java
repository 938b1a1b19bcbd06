package dev.sluice.messaging;

import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.Stage;
import dev.sluice.pipeline.UndecodableException;
import dev.sluice.pipeline.Wire;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Decodes batches. What cannot be decoded goes to the dead-letter topic unchanged, and becomes a failed outcome when at
 * least its run and number can be read, or ends the run when that is all that can be; the rest of the batch is not held
 * up.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final Emitter<Record<String, byte[]>> deadLetters;
    private final MessageMeters meters = new MessageMeters();

    Inbox(
            @Channel("dead-letters-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<Record<String, byte[]>> deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** The messages of the batch, in its order; {@code lost} is told of those that could only be salvaged. */
    public <T> List<T> decode(
            ConsumerRecords<String, byte[]> batch, Class<T> type, Stage stage, Consumer<Outcome> lost) {
        return decode(batch, type, stage, lost, ignored -> {});
    }

    /**
     * Like {@link #decode(ConsumerRecords, Class, Stage, Consumer)}; {@code broken} is told of the runs of messages that
     * could not even be salvaged, as far as their key names their run.
     */
    public <T> List<T> decode(
            ConsumerRecords<String, byte[]> batch,
            Class<T> type,
            Stage stage,
            Consumer<Outcome> lost,
            Consumer<RunId> broken) {
        meters.received(batch, System.currentTimeMillis());
        List<T> messages = new ArrayList<>(batch.count());
        for (ConsumerRecord<String, byte[]> letter : batch) {
            try {
                messages.add(Wire.decode(letter.value(), type));
            } catch (UndecodableException e) {
                bury(letter, e);
                Salvage.outcome(letter.value(), stage)
                        .ifPresentOrElse(
                                lost,
                                () -> Salvage.run(letter.key(), letter.value()).ifPresent(broken));
            }
        }
        return messages;
    }

    /** Like {@link #decode(ConsumerRecords, Class, Stage, Consumer)}, for messages that no descriptor hangs on. */
    public <T> List<T> decode(ConsumerRecords<String, byte[]> batch, Class<T> type) {
        return decode(batch, type, Stage.PLAN, ignored -> {});
    }

    /**
     * The messages of the batch in which this word stands, in quotes, and that can be read; the others are for somebody else.
     * To look for a word costs much less than to read.
     */
    public <T> List<T> readable(ConsumerRecords<String, byte[]> batch, Class<T> type, String word) {
        meters.received(batch, System.currentTimeMillis());
        Word wanted = new Word(Wire.encode(word));
        List<T> messages = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> letter : batch) {
            try {
                if (wanted.isIn(letter.value())) {
                    messages.add(Wire.decode(letter.value(), type));
                }
            } catch (UndecodableException e) {
                LOG.debugf(
                        e, "Undecodable message left to others: topic=%s offset=%d", letter.topic(), letter.offset());
            }
        }
        return messages;
    }

    private void bury(ConsumerRecord<String, byte[]> letter, UndecodableException cause) {
        LOG.errorf(
                cause,
                "Undecodable message moved to the dead letters: topic=%s partition=%d offset=%d key=%s",
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.key());
        meters.buried(letter.topic());
        deadLetters
                .send(Record.of(letter.key(), letter.value()))
                .toCompletableFuture()
                .join();
    }
}
