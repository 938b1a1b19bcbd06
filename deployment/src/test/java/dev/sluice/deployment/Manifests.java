package dev.sluice.deployment;

import dev.sluice.deployment.CustomResources.Cluster;
import dev.sluice.deployment.CustomResources.KafkaTopic;
import dev.sluice.deployment.CustomResources.KafkaUser;
import dev.sluice.deployment.CustomResources.Kustomization;
import dev.sluice.deployment.CustomResources.PodMonitor;
import dev.sluice.deployment.CustomResources.PrometheusRule;
import dev.sluice.deployment.CustomResources.ScaledObject;
import dev.sluice.deployment.CustomResources.TriggerAuthentication;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;

/** What lies in {@code k8s}, as typed models. */
final class Manifests {

    private static final Map<String, Class<?>> MODELS = Map.ofEntries(
            Map.entry("v1 Secret", Secret.class),
            Map.entry("v1 Service", io.fabric8.kubernetes.api.model.Service.class),
            Map.entry("apps/v1 Deployment", Deployment.class),
            Map.entry("apps/v1 StatefulSet", StatefulSet.class),
            Map.entry("batch/v1 Job", Job.class),
            Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
            Map.entry("autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("keda.sh/v1alpha1 ScaledObject", ScaledObject.class),
            Map.entry("keda.sh/v1alpha1 TriggerAuthentication", TriggerAuthentication.class),
            Map.entry("kafka.strimzi.io/v1 KafkaTopic", KafkaTopic.class),
            Map.entry("kafka.strimzi.io/v1 KafkaUser", KafkaUser.class),
            Map.entry("monitoring.coreos.com/v1 PodMonitor", PodMonitor.class),
            Map.entry("monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class),
            Map.entry("postgresql.cnpg.io/v1 Cluster", Cluster.class),
            Map.entry("kustomize.config.k8s.io/v1beta1 Kustomization", Kustomization.class),
            Map.entry("kustomize.config.k8s.io/v1alpha1 Component", Kustomization.class));

    private Manifests() {}

    /** All documents of all files below the folder. */
    static List<Object> in(String folder) {
        return Checkout.files(folder, ".yaml").stream()
                .flatMap(file -> StrictYaml.documents(file).stream().map(document -> {
                    try {
                        return model(document);
                    } catch (IllegalArgumentException e) {
                        throw new AssertionError(file + ": " + e.getMessage(), e);
                    }
                }))
                .toList();
    }

    /** Those of one kind. */
    static <T> List<T> in(String folder, Class<T> kind) {
        return in(folder).stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Object model(Object document) {
        if (!(document instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("not a manifest: " + document);
        }
        String kind = map.get("apiVersion") + " " + map.get("kind");
        Class<?> model = MODELS.get(kind);
        if (model == null) {
            throw new IllegalArgumentException("unknown kind: " + kind);
        }
        return StrictYaml.as(document, model);
    }
}
