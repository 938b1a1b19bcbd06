package dev.sluice.planner.run;

import dev.sluice.messaging.Outbox;
import dev.sluice.pipeline.CatalogEntry;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.Stage;
import dev.sluice.planner.crawl.Plans;
import dev.sluice.store.Stores;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

/** Publishes descriptors from the catalog of a run. Doing it again gives the same numbers. */
@ApplicationScoped
class DescriptorPublisher {

    private final Stores stores;
    private final Outbox descriptors;

    DescriptorPublisher(
            Stores stores,
            @Channel("planned-descriptors-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<Record<String, byte[]>> descriptors) {
        this.stores = stores;
        this.descriptors = new Outbox(Stage.PLAN, descriptors);
    }

    /** Publishes every line of the catalog, or until the run is over; how many there were. */
    int publishAll(RunRef run, BooleanSupplier over) {
        return publish(run, CatalogEntry::seq, over);
    }

    /** Publishes these lines of the catalog once more, numbered on from {@code first} in the order of the list. */
    void publishAgain(RunRef run, List<Integer> seqs, int first) {
        Map<Integer, Integer> renumbered = HashMap.newHashMap(seqs.size());
        seqs.forEach(seq -> renumbered.put(seq, first + renumbered.size()));
        publish(run, entry -> renumbered.get(entry.seq()), () -> false);
    }

    private int publish(RunRef run, Function<CatalogEntry, @Nullable Integer> number, BooleanSupplier over) {
        int[] published = {0};
        new Plans(stores.open(run.destination()))
                .read(run.run(), entries -> published[0] += publish(run, entries, number, over));
        return published[0];
    }

    private int publish(
            RunRef run,
            Stream<CatalogEntry> entries,
            Function<CatalogEntry, @Nullable Integer> number,
            BooleanSupplier over) {
        List<Descriptor> batch = new ArrayList<>(Outbox.WINDOW);
        int[] count = {0};
        entries.forEach(entry -> {
            Integer seq = number.apply(entry);
            if (seq != null) {
                batch.add(new Descriptor(run, seq, entry.resource()));
                count[0]++;
            }
            if (batch.size() == Outbox.WINDOW) {
                publish(batch, over);
            }
        });
        publish(batch, over);
        return count[0];
    }

    private void publish(List<Descriptor> batch, BooleanSupplier over) {
        if (!batch.isEmpty() && !over.getAsBoolean()) {
            descriptors.publish(batch);
        }
        batch.clear();
    }
}
