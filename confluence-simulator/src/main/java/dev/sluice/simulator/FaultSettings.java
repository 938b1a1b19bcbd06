package dev.sluice.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;

/** Sets faults from JSON: only what is named is changed, and an unknown name is an error. */
final class FaultSettings {

    private static final Map<String, BiConsumer<SimulatorFaults, JsonNode>> SETTERS = Map.ofEntries(
            Map.entry("latencyMillis", (faults, value) -> faults.latency(Duration.ofMillis(value.asLong()))),
            Map.entry("unavailable", (faults, value) -> faults.unavailable(value.asDouble())),
            Map.entry("gateway", (faults, value) -> faults.gateway(value.asDouble())),
            Map.entry("slow", (faults, value) -> faults.slow(value.asDouble())),
            Map.entry("limitByEndpoint", (faults, value) -> faults.limits().byEndpoint(value.asBoolean())),
            Map.entry("reset", (faults, value) -> faults.reset(value.asDouble())),
            Map.entry("truncated", (faults, value) -> faults.truncated(value.asDouble())),
            Map.entry("wrongLength", (faults, value) -> faults.wrongLength(value.asDouble())),
            Map.entry("down", (faults, value) -> faults.down(value.asBoolean())),
            Map.entry("loginPage", (faults, value) -> faults.loginPage(value.asBoolean())),
            Map.entry("anonymousSite", (faults, value) -> faults.anonymousSite(value.asBoolean())),
            Map.entry("publicSite", (faults, value) -> faults.publicSite(value.asBoolean())),
            Map.entry("ranges", (faults, value) -> faults.ranges(value.asBoolean())),
            Map.entry("ignoresIds", (faults, value) -> faults.ignoresIds(value.asBoolean())),
            Map.entry("largestListing", (faults, value) -> faults.listings().largest(value.asInt())),
            Map.entry("bodyCap", (faults, value) -> faults.listings().bodyCap(value.asInt())),
            Map.entry(
                    "listingDelaySeconds",
                    (faults, value) -> faults.listings().delay(Duration.ofSeconds(value.asLong()))),
            Map.entry(
                    "searchDelaySeconds",
                    (faults, value) -> faults.listings().searchDelay(Duration.ofSeconds(value.asLong()))),
            Map.entry(
                    "cursorMillis",
                    (faults, value) -> faults.listings().cursorLifetime(Duration.ofMillis(value.asLong()))),
            Map.entry("nodes", (faults, value) -> faults.nodes().count(value.asInt())),
            Map.entry("nodeLagSeconds", (faults, value) -> faults.nodes().lag(Duration.ofSeconds(value.asLong()))),
            Map.entry("droppedReads", (faults, value) -> faults.cloud().droppedReads(value.asText())),
            Map.entry("pointsPerHour", (faults, value) -> faults.cloud().quota(value.asLong())),
            Map.entry("pointsEnforced", (faults, value) -> faults.cloud().quotaEnforced(value.asBoolean())),
            Map.entry("listingCap", (faults, value) -> faults.listingCap(value.asInt())),
            Map.entry(
                    "mediaTokenSeconds",
                    (faults, value) -> faults.mediaTokenLifetime(Duration.ofSeconds(value.asLong()))),
            Map.entry("seed", (faults, value) -> faults.seed(value.asLong())));

    private FaultSettings() {}

    static void apply(ObjectNode settings, SimulatorFaults faults) {
        ObjectNode rest = settings.deepCopy();
        JsonNode maxLatency = rest.remove("maxLatencyMillis");
        JsonNode limit = rest.remove("requestsPerSecond");
        JsonNode burst = rest.remove("burst");
        JsonNode refuse = rest.remove("refuse");
        rest.properties().forEach(setting -> setter(setting.getKey()).accept(faults, setting.getValue()));
        if (maxLatency != null) {
            long min = rest.path("latencyMillis").asLong();
            faults.latency(Duration.ofMillis(min), Duration.ofMillis(maxLatency.asLong()));
        }
        if (refuse != null && !refuse.isEmpty()) {
            faults.refuse(
                    refuse.path("segment").asText(),
                    refuse.path("status").asInt(),
                    refuse.path("after").asInt());
        }
        if (limit != null) {
            double perSecond = limit.asDouble();
            faults.rateLimit(perSecond, burst == null ? (int) Math.max(1, Math.ceil(perSecond)) : burst.asInt());
        }
    }

    private static BiConsumer<SimulatorFaults, JsonNode> setter(String name) {
        BiConsumer<SimulatorFaults, JsonNode> setter = SETTERS.get(name);
        if (setter == null) {
            throw new IllegalArgumentException("no such fault: " + name);
        }
        return setter;
    }
}
