package dev.sluice.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.simulator.Mode;
import dev.sluice.systemtests.topology.FourServices;
import dev.sluice.systemtests.topology.Installation;
import dev.sluice.systemtests.topology.Service;
import dev.sluice.systemtests.topology.TestBed;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What dashboards and alarms show is there to be collected once the services have done some work. */
@ExtendWith(TestBed.class)
class MetricsTest {

    private static final Pattern METRIC = Pattern.compile("\\b(?:sluice|kafka|jvm)_[a-z_]+");

    /** There while a run is under way, or when something is wrong: tests of the services see to them. */
    private static final Set<String> NOW_AND_THEN = Set.of(
            "sluice_run_resources",
            "sluice_run_settled",
            "sluice_run_idle_seconds",
            "sluice_run_remaining_seconds",
            "sluice_dead_letters_total");

    private final FourServices services;

    MetricsTest(FourServices services) {
        this.services = services;
    }

    @Test
    void whatDashboardsAndAlarmsShowIsCollected() throws IOException {
        // Given
        Set<String> shown = new TreeSet<>(names(text("alerts.yml") + text("grafana/dashboards/sluice.json")));
        shown.removeAll(NOW_AND_THEN);

        // When
        assertThat(services.newCopy(services.site("unhindered", Mode.CLOUD))
                        .sync()
                        .complete())
                .isTrue();

        // Then
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(names(collected())).containsAll(shown));
        assertThat(services.metrics(Service.RENDERER))
                .containsPattern("sluice_outcomes_total\\{outcome=\"stored\",stage=\"render\"\\} [1-9]");
    }

    private String collected() {
        return Arrays.stream(Service.values()).map(services::metrics).collect(Collectors.joining());
    }

    private static Set<String> names(String text) {
        return METRIC.matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(String file) throws IOException {
        return Files.readString(
                Installation.checkout().resolve("deployment/observability").resolve(file));
    }
}
