package dev.sluice.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.simulator.SiteShape;
import dev.sluice.systemtests.model.FolderState;
import dev.sluice.systemtests.model.RandomChanges;
import dev.sluice.systemtests.topology.BucketCopy;
import dev.sluice.systemtests.topology.Installation;
import dev.sluice.systemtests.topology.ReplicatedServices;
import dev.sluice.systemtests.topology.TestSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One site and one copy of it through some rounds: the site changes, a run goes through troubles, and, when they excuse it
 * for leaving something undone, another one does not. Then the copy is what a fresh export gives.
 */
final class Rounds {

    private static final Map<String, Boolean> PRUNING = Map.of("prune", true, "allowMassDelete", true);
    private static final Duration LATENCY = Duration.ofMillis(60);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int SHOWN = 20;

    private final FaultPlan plan;
    private final ReplicatedServices services;
    private final TestSite site;
    private final RandomChanges changes;
    private final List<String> events = new ArrayList<>();
    private BucketCopy copy;
    private Duration usual = Duration.ofSeconds(8);

    Rounds(FaultPlan plan, ReplicatedServices services, TestSite site) {
        this.plan = plan;
        this.services = services;
        this.site = site;
        site.renew(SiteShape.small()
                .withSeed(plan.seed())
                .withSpaces(2)
                .withPagesPerSpace(25)
                .withAttachmentBytes(3_000));
        this.changes = new RandomChanges(site.confluence(), true);
        this.copy = newCopy();
    }

    private BucketCopy newCopy() {
        return services.newCopy(site, new ScopeRef("all-spaces", List.of()));
    }

    /** A failure names the seed and the round, says what happened, and how to play it again. */
    void go() {
        for (int round = 0; round < plan.rounds(); round++) {
            events.clear();
            long begin = System.nanoTime();
            try {
                round(new Random(plan.seed() * 31 + round));
                write("round %d, %d ms: %s"
                        .formatted(round, (System.nanoTime() - begin) / 1_000_000, String.join("; ", events)));
            } catch (AssertionError | RuntimeException e) {
                write("round %d FAILED: %s".formatted(round, String.join("; ", events)));
                throw new AssertionError(
                        "%s, round %d%n%s%n%s%n%nTo play it again:%n  %s"
                                .formatted(
                                        plan, round, String.join("\n", events), e.getMessage(), plan.upTo(round + 1)),
                        e);
            } finally {
                site.faults().clear();
                services.storage().clear();
            }
        }
    }

    /** What has been done so far can be read while it goes on, and afterwards. */
    private void write(String line) {
        try {
            Files.writeString(
                    Installation.logs().resolve("faults.log"),
                    plan + ", " + line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void round(Random random) {
        changes.continueWith(new Random(random.nextLong()));
        for (int i = random.nextInt(25); i >= 0; i--) {
            changes.change();
        }
        if (random.nextInt(3) == 0) {
            copy = newCopy();
            events.add("an empty destination");
        }
        Troubles troubles = new Troubles(services, site, random, events);
        JsonNode end = disturbedRun(troubles);
        if (!end.path("state").asText().equals("SUCCEEDED")) {
            assertThat(troubles.excuse()).as("an excuse for %s", end).isTrue();
            requireSuccess(copy);
        }
        requireSameAsFresh();
    }

    private JsonNode disturbedRun(Troubles troubles) {
        site.faults().latency(LATENCY);
        BucketCopy.Run run = copy.start(PRUNING);
        events.add("run " + run.id());
        Instant begin = Instant.now();
        troubles.strike(usual, run::isOver);
        JsonNode end = run.awaitAnyEnd();
        usual = atMost(LONGEST, Duration.between(begin, Instant.now()));
        events.add("ended " + end.path("state").asText());
        site.faults().clear();
        services.awaitReady();
        return end;
    }

    private static Duration atMost(Duration longest, Duration time) {
        return time.compareTo(longest) > 0 ? longest : time;
    }

    private static void requireSuccess(BucketCopy copy) {
        JsonNode end = copy.start(PRUNING).awaitAnyEnd();
        assertThat(end.path("state").asText()).as("undisturbed run: %s", end).isEqualTo("SUCCEEDED");
    }

    private void requireSameAsFresh() {
        BucketCopy fresh = newCopy();
        requireSuccess(fresh);
        List<String> differences = state(copy).differencesFrom(state(fresh));
        assertThat(differences.subList(0, Math.min(SHOWN, differences.size())))
                .as("differences from a fresh export")
                .isEmpty();
    }

    private static FolderState state(BucketCopy copy) {
        Path folder = Installation.newFolder("faults");
        copy.download(folder);
        FolderState state = FolderState.of(folder);
        Installation.remove(folder);
        return state;
    }
}
