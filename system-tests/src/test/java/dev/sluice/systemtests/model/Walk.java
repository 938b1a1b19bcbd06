package dev.sluice.systemtests.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.simulator.SiteShape;
import dev.sluice.systemtests.model.ModelCopy.End;
import dev.sluice.systemtests.model.ModelCopy.Policy;
import dev.sluice.systemtests.model.ModelCopy.State;
import dev.sluice.systemtests.topology.FourServices;
import dev.sluice.systemtests.topology.Installation;
import dev.sluice.systemtests.topology.OutputTree;
import dev.sluice.systemtests.topology.TestSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One site and one copy of it through many steps: some changes, a run that may be disturbed, and, when it was, another
 * one. Then the copy must be what a fresh export gives, byte for byte, and say the truth of itself.
 */
final class Walk {

    private static final Duration LONGEST_CLEANING = Duration.ofSeconds(30);
    private static final Policy PRUNING = new Policy(true, false);

    private final ModelPlan plan;
    private final FourServices services;
    private final TestSite site;
    private final RandomChanges changes;
    private final ModelCopy copy;
    private final List<String> events = new ArrayList<>();
    private long runMillis = 1000;

    Walk(ModelPlan plan, FourServices services, TestSite site) {
        this.plan = plan;
        this.services = services;
        this.site = site;
        site.renew(SiteShape.small()
                .withSeed(plan.seed())
                .withSpaces(3)
                .withPagesPerSpace(16)
                .withAttachmentBytes(1_500));
        this.changes = new RandomChanges(site.confluence(), plan.details());
        this.copy = plan.newCopy(services, site);
    }

    /** A failure names the seed and the step, says what happened, and how to play it again. */
    void go() {
        for (int step = 0; step < plan.steps(); step++) {
            events.clear();
            long begin = System.nanoTime();
            try {
                step(new Random(plan.seed() * 31 + step));
                write("step %d, %d ms: %s"
                        .formatted(step, (System.nanoTime() - begin) / 1_000_000, String.join(" ", events)));
            } catch (AssertionError | RuntimeException e) {
                write("step %d failed: %s".formatted(step, e.getMessage()));
                throw new AssertionError(
                        "%s%n%s%n%nTo play it again:%n  %s"
                                .formatted(String.join("\n", events), e.getMessage(), plan.upTo(step + 1)),
                        e);
            } finally {
                site.faults().clear();
            }
        }
    }

    /** What has been done so far can be read while it goes on, and afterwards. */
    private void write(String line) {
        try {
            Files.writeString(
                    Installation.logs().resolve("model.log"),
                    plan + ", " + line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void step(Random random) {
        changes.continueWith(new Random(random.nextLong()));
        change(random.nextInt(6));
        Policy policy = random.nextInt(10) == 0 ? new Policy(false, false) : PRUNING;
        Disturbance disturbance = Disturbance.next(random, plan.killsInHundred());
        FolderState before = FolderState.of(copy.folder());
        End end = run(policy, disturbance, random);
        FolderState after = FolderState.of(copy.folder());
        assertThat(after.rewrittenSince(before)).as("needless writes").isEmpty();
        if (end.is(State.FAILED)) {
            assertThat(after.checksums()).as("files after a failed run").isEqualTo(before.checksums());
        }
        if (!end.is(State.SUCCEEDED)) {
            requireThatSnapshotIsNoWorse(end, before, after);
        }
        boolean done = end.is(State.SUCCEEDED) && policy.prune() && end.withheld() == 0;
        if (!done || disturbance == Disturbance.EDITS) {
            settle(disturbance);
        }
        try (Fresh fresh = new Fresh(plan.newReference(services, site))) {
            requireSame(fresh.state(), fresh.folder());
        }
        if (random.nextInt(4) == 0) {
            requireThatNothingIsDoneAgain();
        }
    }

    /** A command that is killed may have done its work already: it writes the snapshot last, so that one must be true. */
    private static void requireThatSnapshotIsNoWorse(End end, FolderState before, FolderState after) {
        String snapshot = "manifest.json";
        if (end.is(State.KILLED)
                && !after.own().get(snapshot).equals(before.own().get(snapshot))) {
            assertThat(after.falseEntries())
                    .as("false statements of the snapshot that a killed command left")
                    .isEmpty();
            return;
        }
        assertThat(after.own().get(snapshot))
                .as("the snapshot after a run that did not succeed")
                .isEqualTo(before.own().get(snapshot));
    }

    private void change(int times) {
        for (int i = 0; i <= times; i++) {
            events.add("- " + changes.change());
        }
    }

    private End run(Policy policy, Disturbance disturbance, Random random) {
        if (disturbance == Disturbance.FAULTS) {
            events.add("- run with " + Disturbance.spoil(site.faults(), random));
        } else {
            events.add("- run with " + disturbance + ", " + policy);
        }
        long begin = System.nanoTime();
        ModelCopy.Run run = copy.start(policy);
        if (disturbance == Disturbance.KILL || disturbance == Disturbance.EDITS) {
            pause(random.nextInt((int) runMillis));
        }
        if (disturbance == Disturbance.KILL) {
            run.kill(random);
        } else if (disturbance == Disturbance.EDITS) {
            change(random.nextInt(3));
        }
        End end = run.await();
        if (disturbance == Disturbance.NONE) {
            runMillis = Math.max(100, (System.nanoTime() - begin) / 1_000_000);
        }
        site.faults().clear();
        events.add("  " + end.state() + ", withheld " + end.withheld());
        assertThat(disturbance.allows(end.state()))
                .as("a run with %s may end so: %s", disturbance, end.told())
                .isTrue();
        return end;
    }

    /** Runs until everything is as it should be: once, and once more when the guard steps in. */
    private void settle(Disturbance before) {
        // the last run may have listed before the last edit
        End end = run(PRUNING, Disturbance.NONE, new Random(0));
        if (end.withheld() > 0) {
            end = run(new Policy(true, true), Disturbance.NONE, new Random(0));
        }
        assertThat(end.withheld())
                .as("withheld after %s: %s", before, end.told())
                .isZero();
    }

    private void requireSame(FolderState fresh, Path folder) {
        List<String> differences = FolderState.of(copy.folder()).differencesFrom(fresh);
        if (!differences.isEmpty()) {
            throw new AssertionError("Not what a fresh export gives:%n%s%n%s"
                    .formatted(
                            String.join("\n", differences.subList(0, Math.min(20, differences.size()))),
                            String.join("\n", OutputTree.of(copy.folder()).differencesFrom(OutputTree.of(folder)))));
        }
        // the fetchers empty it when they hear that the run has ended
        await().atMost(LONGEST_CLEANING)
                .untilAsserted(() ->
                        assertThat(staged()).as("left in the staging area").isEmpty());
    }

    private List<String> staged() {
        return FolderState.of(copy.folder().resolve(".sluice/staging")).checksums().keySet().stream()
                .toList();
    }

    private void requireThatNothingIsDoneAgain() {
        FolderState before = FolderState.of(copy.folder());
        site.statistics().reset();
        End end = run(PRUNING, Disturbance.NONE, new Random(0));
        assertThat(end.unchanged()).as("unchanged of %s", end.told()).isEqualTo(end.resources());
        assertThat(site.statistics().bodies() + site.statistics().binaries())
                .as("downloads")
                .isZero();
        FolderState after = FolderState.of(copy.folder());
        assertThat(after.times()).as("when files were written").isEqualTo(before.times());
        assertThat(after.folders()).isEqualTo(before.folders());
        assertThat(after.entries()).isEqualTo(before.entries());
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
