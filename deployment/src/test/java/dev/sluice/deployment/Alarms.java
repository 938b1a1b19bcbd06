package dev.sluice.deployment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** The rule files of Prometheus. */
final class Alarms {

    private Alarms() {}

    static Groups read() {
        return StrictYaml.as(
                StrictYaml.documents(Checkout.file("deployment/observability/alerts.yml"))
                        .getFirst(),
                Groups.class);
    }

    record Groups(List<Group> groups) {}

    record Group(String name, List<Rule> rules) {}

    record Rule(
            String alert,
            String expr,
            @JsonProperty("for") String lasting,
            Map<String, String> labels,
            Map<String, String> annotations) {}
}
