package dev.sluice.planner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Effect;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.SeqRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roaringbitmap.RoaringBitmap;

class TallyTest {

    private final Outcomes run = new Outcomes();
    private final Counts counts = new Counts();
    private final Tally tally = new Tally(new RoaringBitmap(), counts, any -> false);

    @Test
    void countsEachKindOfOutcomeByWhatItDid() {
        // When
        tally.settle(run.unchanged(new SeqRange(0, 9), new SeqRange(20, 20)));
        tally.settle(run.exported(10, ChangeReason.NEW, Effect.STORED));
        tally.settle(run.exported(11, ChangeReason.LINKS, Effect.CONFIRMED));
        tally.settle(run.exported(12, ChangeReason.MOVED, Effect.MOVED));
        tally.settle(run.removed(13, false));
        tally.settle(run.removed(14, true));
        tally.settle(run.inaccessible(15));
        tally.settle(run.failed(16));
        tally.settle(new Outcome.FollowUps(run.ref(), null, 7, 8, 9));
        tally.settle(new Outcome.SnapshotWritten(run.ref()));

        // Then
        assertThat(tally.settled().getCardinality()).isEqualTo(18);
        assertThat(List.of(counts.unchanged, counts.stored, counts.confirmed, counts.moved))
                .containsExactly(11, 1, 1, 1);
        assertThat(List.of(counts.removed, counts.inaccessible, counts.failed, counts.recorded))
                .containsExactly(1, 1, 1, 6);
        assertThat(counts.bytes).isEqualTo(2 * Outcomes.SIZE);
        assertThat(tally.items().stream().map(LedgerItem::what))
                .containsExactly("new", "same", "mov", "del", "old", "gone", "fail");
    }

    @Test
    void theFirstOutcomeOfANumberCountsAndLaterOnesDoNot() {
        // When
        tally.settle(run.failed(3));
        tally.settle(run.exported(3, ChangeReason.NEW, Effect.STORED));
        tally.settle(run.unchanged(new SeqRange(0, 5)));

        // Then
        assertThat(List.of(counts.failed, counts.stored, counts.unchanged, counts.recorded))
                .containsExactly(1, 0, 5, 0);
        assertThat(tally.settled().getCardinality()).isEqualTo(6);
    }

    @Test
    void aMillionUnchangedResourcesTakeFewBytesAndNoItems() {
        // When
        for (int i = 0; i < 1_000_000; i += 1000) {
            tally.settle(run.unchanged(new SeqRange(i, i + 999)));
        }
        tally.settled().runOptimize();

        // Then
        assertThat(counts.unchanged).isEqualTo(1_000_000);
        assertThat(tally.items()).isEmpty();
        assertThat(tally.settled().serializedSizeInBytes()).isLessThan(1000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void eachNumberCountsOnceWhateverIsDeliveredTwiceAndInWhateverOrder(long seed) throws IOException {
        // Given
        Random random = new Random(seed);
        int[] expected = new int[4];
        List<Outcome> deliveries = new ArrayList<>();
        for (int seq = 0; seq < 2000; seq++) {
            int kind = random.nextInt(4);
            expected[kind]++;
            Outcome outcome = switch (kind) {
                case 0 -> run.unchanged(new SeqRange(seq, seq));
                case 1 -> run.exported(seq, ChangeReason.VERSION, Effect.STORED);
                case 2 -> run.removed(seq, false);
                default -> run.failed(seq);
            };
            deliveries.addAll(Collections.nCopies(1 + random.nextInt(3), outcome));
        }
        Collections.shuffle(deliveries, random);

        // When
        RoaringBitmap settled = new RoaringBitmap();
        int items = 0;
        for (int i = 0; i < deliveries.size(); ) {
            int end = Math.min(deliveries.size(), i + 1 + random.nextInt(300));
            Tally batch = new Tally(kept(settled), counts, any -> false);
            deliveries.subList(i, end).forEach(batch::settle);
            settled = batch.settled();
            items += batch.items().size();
            i = end;
        }

        // Then
        assertThat(settled.getCardinality()).as("seed %d", seed).isEqualTo(2000);
        assertThat(new int[] {counts.unchanged, counts.stored, counts.removed, counts.failed})
                .as("seed %d", seed)
                .isEqualTo(expected);
        assertThat(counts.recorded).isEqualTo(expected[1] + expected[2]);
        assertThat(items).isEqualTo(2000 - expected[0]);
        assertThat(counts.bytes).isEqualTo(expected[1] * Outcomes.SIZE);
    }

    /** As the ledger keeps it between batches. */
    private static RoaringBitmap kept(RoaringBitmap settled) throws IOException {
        settled.runOptimize();
        ByteBuffer bytes = ByteBuffer.allocate(settled.serializedSizeInBytes());
        settled.serialize(bytes);
        RoaringBitmap read = new RoaringBitmap();
        read.deserialize(ByteBuffer.wrap(bytes.array()));
        return read;
    }
}
