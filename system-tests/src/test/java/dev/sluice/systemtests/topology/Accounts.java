package dev.sluice.systemtests.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The books of a run that is over. */
final class Accounts {

    private final PlannerApi api;
    private final String run;

    Accounts(PlannerApi api, String run) {
        this.api = api;
        this.run = run;
    }

    /** Every descriptor is settled, none is open, none is listed twice, and the kinds of outcomes add up. */
    void requireOneOutcomeEach() {
        JsonNode view = api.run(run);
        int resources = view.path("resources").asInt();
        assertThat(view.path("settled").asInt()).as("settled, of %s", view).isEqualTo(resources);
        assertThat(api.open(run)).as("open descriptors").isEmpty();
        Map<String, Integer> noteworthy = noteworthy();
        int listed = noteworthy.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(listed + view.path("unchanged").asInt())
                .as("items %s and unchanged of %s", noteworthy, view)
                .isEqualTo(resources);
        int counted = Stream.of(
                        "unchanged",
                        "stored",
                        "confirmed",
                        "moved",
                        "removed",
                        "inaccessible",
                        "skipped",
                        "failed",
                        "retried")
                .mapToInt(kind -> view.path(kind).asInt())
                .sum();
        assertThat(counted + noteworthy.getOrDefault("old", 0))
                .as("sum of the outcomes of %s", view)
                .isEqualTo(resources);
    }

    private Map<String, Integer> noteworthy() {
        Map<String, Integer> byKind = new HashMap<>();
        Set<Integer> seen = new HashSet<>();
        for (JsonNode item : api.outcomes(run)) {
            assertThat(seen.add(item.path("seq").asInt()))
                    .as("first outcome of %s", item)
                    .isTrue();
            byKind.merge(item.path("what").asText(), 1, Integer::sum);
        }
        return byKind;
    }
}
