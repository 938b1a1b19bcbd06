package dev.sluice.detector.closing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.detector.DetectorInfrastructure;
import dev.sluice.detector.Scene;
import dev.sluice.detector.decide.Decisions;
import dev.sluice.detector.manifest.Manifest;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunMode;
import dev.sluice.pipeline.RunRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A site that changes at random, runs in which some things fail, and messages that come twice, late and in any order:
 * after every run in which nothing failed the destination is what a fresh export gives. {@code -Dseed=…} takes other
 * changes, or plays a failure again; {@code -Dsteps=…} goes on for longer.
 */
@QuarkusTest
@QuarkusTestResource(DetectorInfrastructure.class)
class RandomChangesTest {

    private static final long SEED = Long.getLong("seed", 4711);
    private static final int STEPS = Integer.getInteger("steps", 150);

    @Inject
    Decisions decisions;

    @Inject
    Manifest manifest;

    @Inject
    Closings closings;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final ModelSite site = new ModelSite(random);
    private final ModelDestination destination = new ModelDestination(site, random);
    private final List<Outcome> said = new ArrayList<>();
    private int runs;

    @Test
    void theDestinationIsWhatAFreshExportGivesAfterEveryRunInWhichNothingFailed() {
        Scene scene = new Scene(folder);
        for (int step = 0; step < STEPS; step++) {
            List<String> changes = IntStream.rangeClosed(0, random.nextInt(5))
                    .mapToObj(ignored -> site.change())
                    .toList();
            String where = "-Dseed=%d, step %d: %s".formatted(SEED, step, changes);
            if (random.nextInt(4) == 0) {
                run(scene, 0.4);
            }
            run(scene, 0);
            assertThat(destination.files()).as(where).isEqualTo(destination.fresh());
            if (random.nextInt(4) == 0) {
                assertThat(run(scene, 0))
                        .as("done in a run before which nothing changed; " + where)
                        .isEmpty();
            }
        }
    }

    /** One run; what it did, but for what is hidden and tried in vain. */
    private List<Outcome> run(Scene scene, double failing) {
        Resource[] listing = site.listing();
        RunRef run = scene.runListing(new RunMode(++runs, null, false, false), listing);
        destination.begin(listing);
        List<Descriptor> descriptors = new ArrayList<>();
        for (Resource resource : listing) {
            descriptors.add(new Descriptor(run, descriptors.size(), resource));
        }
        Collections.shuffle(descriptors, random);
        List<Outcome> outcomes = apply(decisions.on(descriptors).changes(), failing);
        int recorded = (int) outcomes.stream()
                .filter(outcome -> !(outcome instanceof Outcome.Failed))
                .count();
        deliver(outcomes);
        FollowUpPlan plan = closings.plan(new RunEvent.Closing(run, listing.length, recorded, true, true));
        List<Outcome> ends = apply(plan.changes(), failing);
        deliver(ends);
        return Stream.concat(outcomes.stream(), ends.stream())
                .filter(outcome -> !(outcome instanceof Outcome.Inaccessible))
                .toList();
    }

    private List<Outcome> apply(List<Change> changes, double failing) {
        List<Change> order = new ArrayList<>(changes);
        Collections.shuffle(order, random);
        return order.stream().map(change -> destination.apply(change, failing)).toList();
    }

    /** In batches, with some of what was said before in between. */
    private void deliver(List<Outcome> outcomes) {
        List<Outcome> open = new ArrayList<>(outcomes);
        while (!open.isEmpty()) {
            List<Outcome> batch = open.subList(0, 1 + random.nextInt(open.size()));
            List<Outcome> delivered = new ArrayList<>(batch);
            for (int again = random.nextInt(4); again > 0 && !said.isEmpty(); again--) {
                delivered.add(random.nextInt(delivered.size() + 1), said.get(random.nextInt(said.size())));
            }
            manifest.record(delivered);
            said.addAll(batch);
            batch.clear();
        }
    }
}
