package dev.sluice.systemtests.topology;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.store.ObjectStore;
import dev.sluice.store.ObjectStores;
import dev.sluice.store.S3Settings;
import java.io.ByteArrayInputStream;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** A prefix of a bucket that the four services export to. */
public final class BucketCopy implements Copy {

    private static final Duration LONGEST_RUN = Duration.ofSeconds(Long.getLong("longest.run", 180));
    private static final Set<String> ENDED = Set.of("SUCCEEDED", "INCOMPLETE", "FAILED", "INTERRUPTED", "CANCELLED");

    private static final List<String> SAID =
            List.of(DestinationLayout.SNAPSHOT, DestinationLayout.MACROS, DestinationLayout.BROKEN_LINKS);

    private final Supplier<PlannerApi> planner;
    private final TestSite site;
    private final URI destination;
    private final S3Settings s3;
    private final Wanted wanted;

    /** What is exported, and how its Markdown is written. */
    record Wanted(ScopeRef scope, Map<String, String> markdown) {}

    BucketCopy(Supplier<PlannerApi> planner, TestSite site, URI destination, S3Settings s3, Wanted wanted) {
        this.wanted = wanted;
        this.planner = planner;
        this.site = site;
        this.destination = destination;
        this.s3 = s3;
    }

    /** Starts a run; see {@link Run}. */
    public Run start() {
        return start(Map.of("prune", true));
    }

    /** Starts a run in which these parts of its policy are so; see {@link Run}. */
    public Run start(Map<String, Boolean> policy) {
        PlannerApi api = planner.get();
        return new Run(api, api.startRun(api.export(site.name(), destination.toString(), wanted), policy));
    }

    /** A run in which these parts of its policy are true; waits for its end. */
    public RunFigures sync(String... policy) {
        Map<String, Boolean> all = new HashMap<>();
        for (String part : policy) {
            all.put(part, true);
        }
        return start(all).awaitEnd();
    }

    @Override
    public RunFigures sync() {
        return start().awaitEnd();
    }

    @Override
    public OutputTree tree() {
        try (ObjectStore store = ObjectStores.open(destination, s3)) {
            return OutputTree.of(store);
        }
    }

    /** Puts the files, and what Sluice says of them, into a folder. */
    public void download(Path folder) {
        try (ObjectStore store = ObjectStores.open(destination, s3);
                ObjectStore files = ObjectStores.open(folder.toUri(), null)) {
            OutputTree.of(store).files().forEach((path, bytes) -> files.put(path, new ByteArrayInputStream(bytes)));
            for (String own : SAID) {
                store.open(own).ifPresent(bytes -> files.put(own, bytes));
            }
        }
    }

    @Override
    public Map<String, FileTime> writtenAt() {
        return Map.of();
    }

    /** A run under way or over, as the planner tells. */
    public record Run(PlannerApi api, String id) {

        public String state() {
            return view().path("state").asText();
        }

        /** Whether it has ended, as far as the planner can say just now. */
        public boolean isOver() {
            try {
                return ENDED.contains(api.runJustNow(id).path("state").asText());
            } catch (AssertionError | RuntimeException | ConnectException unanswered) {
                return false;
            }
        }

        /** Descriptors known so far. */
        public int resources() {
            return view().path("resources").asInt();
        }

        /** How many of them have their outcome. */
        public int settled() {
            return view().path("settled").asInt();
        }

        private JsonNode view() {
            return api.run(id);
        }

        /** Waits for the end, makes sure that every descriptor has exactly one outcome, and tells how it went. */
        public RunFigures awaitEnd() {
            JsonNode view = awaitAnyEnd();
            if (!Set.of("SUCCEEDED", "INCOMPLETE").contains(view.path("state").asText())) {
                throw new AssertionError("The run did not come to its end: " + view);
            }
            return figures(view);
        }

        /** Waits for the end, also of a run that fails, and tells what the planner says of it. */
        public JsonNode awaitAnyEnd() {
            await("run " + id + " ends")
                    .atMost(LONGEST_RUN)
                    .pollInterval(Duration.ofMillis(30))
                    .until(this::isOver);
            JsonNode view = view();
            if (Set.of("SUCCEEDED", "INCOMPLETE").contains(view.path("state").asText())) {
                new Accounts(api, id).requireOneOutcomeEach();
            }
            return view;
        }

        private static RunFigures figures(JsonNode view) {
            return new RunFigures(
                    view.path("state").asText().equals("SUCCEEDED"),
                    view.path("resources").asInt(),
                    view.path("stored").asInt(),
                    view.path("moved").asInt(),
                    view.path("removed").asInt(),
                    view.path("unchanged").asInt() + view.path("confirmed").asInt(),
                    view.path("failed").asInt());
        }
    }
}
