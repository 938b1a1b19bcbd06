package dev.sluice.deployment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The part of the Compose specification that {@code docker-compose.yml} keeps to. */
record ComposeFile(String name, Map<String, ComposeService> services, Map<String, Object> volumes) {

    static ComposeFile read() {
        Map<?, ?> document = (Map<?, ?>)
                StrictYaml.documents(Checkout.file("docker-compose.yml")).getFirst();
        Map<Object, Object> parts = new HashMap<>(document);
        // extensions, where parts that are used several times are kept
        parts.keySet().removeIf(key -> key.toString().startsWith("x-"));
        return StrictYaml.as(parts, ComposeFile.class);
    }

    /** One container. */
    record ComposeService(
            String image,
            Build build,
            List<String> profiles,
            List<String> command,
            List<String> entrypoint,
            String user,
            String restart,
            @JsonProperty("read_only") boolean readOnly,
            @JsonProperty("mem_limit") String memLimit,
            @JsonProperty("cap_drop") List<String> capDrop,
            @JsonProperty("security_opt") List<String> securityOpt,
            @JsonProperty("stop_grace_period") String stopGracePeriod,
            @JsonProperty("env_file") List<EnvFile> envFile,
            Map<String, String> environment,
            List<String> ports,
            List<String> volumes,
            Healthcheck healthcheck,
            @JsonProperty("depends_on") Map<String, Dependency> dependsOn) {}

    record Build(String context, Map<String, String> args) {}

    record EnvFile(String path, boolean required) {}

    record Healthcheck(
            List<String> test,
            String interval,
            String timeout,
            int retries,
            @JsonProperty("start_period") String startPeriod) {}

    record Dependency(String condition) {}
}
