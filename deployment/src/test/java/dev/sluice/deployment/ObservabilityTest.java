package dev.sluice.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.deployment.CustomResources.PodMonitor;
import dev.sluice.deployment.CustomResources.PrometheusRule;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Alarms and dashboards speak of what the services measure. */
class ObservabilityTest {

    private static final List<String> WHERE_METERS_ARE = List.of(
            "messaging/src/main/java/dev/sluice/messaging/MessageMeters.java",
            "confluence-client/src/main/java/dev/sluice/confluence/sites/SiteMeters.java",
            "planner-service/src/main/java/dev/sluice/planner/run/RunMeters.java");
    private static final Pattern METER = Pattern.compile("\"(sluice(?:\\.[a-z]+)+)\"");
    private static final Pattern METRIC = Pattern.compile("\\bsluice_[a-z_]+");

    @ParameterizedTest
    @MethodSource("expressions")
    void everyMetricIsMeasured(String expression) {
        assertThat(METRIC.matcher(expression).results().map(found -> found.group()))
                .isSubsetOf(metrics());
    }

    static Stream<String> expressions() throws IOException {
        Stream<String> alarms = Alarms.read().groups().stream()
                .flatMap(group -> group.rules().stream())
                .map(Alarms.Rule::expr)
                .filter(expression -> METRIC.matcher(expression).find());
        JsonNode dashboard =
                new ObjectMapper().readTree(Checkout.text("deployment/observability/grafana/dashboards/sluice.json"));
        Stream<String> panels = dashboard.findValuesAsText("expr").stream();
        return Stream.concat(alarms, panels);
    }

    /** The names that Prometheus may see of each meter: that of a timer, a counter or a gauge. */
    private static Set<String> metrics() {
        return WHERE_METERS_ARE.stream()
                .flatMap(file -> METER.matcher(Checkout.text(file)).results())
                .map(found -> found.group(1).replace('.', '_'))
                .flatMap(name -> Stream.of("", "_total", "_seconds", "_seconds_count", "_seconds_sum")
                        .map(name::concat))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyAlarmHasItsChapterAndSaysHowBadItIs() {
        String handbook = Checkout.text("docs/operations.md");
        assertThat(Alarms.read().groups().stream().flatMap(group -> group.rules().stream()))
                .isNotEmpty()
                .allSatisfy(rule -> {
                    assertThat(handbook).contains("`" + rule.alert() + "`");
                    assertThat(rule.labels().get("severity")).isIn("critical", "warning");
                    assertThat(rule.annotations()).containsKey("summary");
                });
    }

    @Test
    void kubernetesHasTheSameAlarms() {
        assertThat(Manifests.in("k8s", PrometheusRule.class))
                .singleElement()
                .extracting(PrometheusRule::spec)
                .isEqualTo(Alarms.read());
    }

    @Test
    void everyServiceIsAskedWhereItAnswers() {
        String compose = Checkout.text("deployment/observability/prometheus.yml");
        PodMonitor monitor = Manifests.in("k8s", PodMonitor.class).getFirst();
        List<String> asked =
                monitor.spec().selector().getMatchExpressions().getFirst().getValues();
        for (Service service : Service.values()) {
            assertThat(compose).contains(service.word());
            assertThat(asked).contains(service.word());
            assertThat(Checkout.text(service.module() + "/pom.xml"))
                    .contains("<artifactId>quarkus-micrometer-registry-prometheus</artifactId>");
        }
        assertThat(compose).contains("port: " + Service.PLANNER.port());
    }
}
