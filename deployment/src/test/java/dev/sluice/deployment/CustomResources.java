package dev.sluice.deployment;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;

/** The parts of custom resources and of Kustomize's own files that are used here. */
final class CustomResources {

    private CustomResources() {}

    /** KEDA. */
    record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, Scaling spec) {
        record Scaling(
                Target scaleTargetRef,
                int pollingInterval,
                int cooldownPeriod,
                int minReplicaCount,
                int maxReplicaCount,
                List<Trigger> triggers) {}

        record Target(String name) {}

        record Trigger(String type, Map<String, String> metadata) {}
    }

    /** KEDA. */
    record TriggerAuthentication(String apiVersion, String kind, ObjectMeta metadata, Sources spec) {
        record Sources(List<Source> secretTargetRef) {}

        record Source(String parameter, String name, String key) {}
    }

    /** Strimzi. */
    record KafkaTopic(String apiVersion, String kind, ObjectMeta metadata, Topic spec) {
        record Topic(int partitions, int replicas, Map<String, String> config) {}
    }

    /** Strimzi. */
    record KafkaUser(String apiVersion, String kind, ObjectMeta metadata, Rights spec) {
        record Rights(Type authentication, Authorization authorization) {}

        record Type(String type) {}

        record Authorization(String type, List<Acl> acls) {}

        record Acl(Resource resource, List<String> operations) {}

        record Resource(String type, String name, String patternType) {}
    }

    /** Prometheus operator. */
    record PodMonitor(String apiVersion, String kind, ObjectMeta metadata, Monitoring spec) {
        record Monitoring(String jobLabel, LabelSelector selector, List<Endpoint> podMetricsEndpoints) {}

        record Endpoint(String port, String path, String interval, List<Relabeling> relabelings) {}

        record Relabeling(List<String> sourceLabels, String targetLabel) {}
    }

    /** Prometheus operator. */
    record PrometheusRule(String apiVersion, String kind, ObjectMeta metadata, Alarms.Groups spec) {}

    /** CloudNativePG. */
    record Cluster(String apiVersion, String kind, ObjectMeta metadata, Instances spec) {
        record Instances(int instances, Storage storage, Bootstrap bootstrap, Managed managed) {}

        record Storage(String size) {}

        record Bootstrap(Initdb initdb) {}

        record Initdb(String database, String owner, List<String> postInitApplicationSQL) {}

        record Managed(List<Role> roles) {}

        record Role(String name, String ensure, boolean login, SecretName passwordSecret) {}

        record SecretName(String name) {}
    }

    /** Kustomize: a kustomization or a component. */
    record Kustomization(
            String apiVersion,
            String kind,
            String namespace,
            List<String> resources,
            List<String> components,
            List<Replicas> replicas,
            List<Generator> configMapGenerator,
            List<Generator> secretGenerator,
            List<Patch> patches) {

        record Replicas(String name, int count) {}

        record Generator(String name, List<String> literals, List<String> files) {

            /** The keys of what is generated. */
            List<String> keys() {
                List<String> entries = literals == null ? files : literals;
                return entries.stream().map(entry -> entry.split("=", 2)[0]).toList();
            }
        }

        record Patch(String path, Selector target, String patch) {}

        record Selector(String kind, String name) {}
    }
}
