package dev.sluice.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.deployment.CustomResources.Cluster;
import dev.sluice.deployment.CustomResources.KafkaUser;
import dev.sluice.deployment.CustomResources.Kustomization;
import dev.sluice.deployment.CustomResources.TriggerAuthentication;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void theDevelopmentOverlayMakesWhatIsAskedFor() {
        assertThat(made("k8s/overlays/dev", "k8s/bundled")).containsAll(asked("k8s/base", "k8s/bundled"));
    }

    @Test
    void theProductionOverlayMakesOrShowsWhatIsAskedFor() {
        assertThat(made("k8s/overlays/prod")).containsAll(asked("k8s/base", "k8s/overlays/prod"));
    }

    @Test
    void secretsComeByReferenceOnly() {
        assertThat(pods("k8s")
                        .flatMap(pod -> pod.getContainers().stream())
                        .flatMap(container -> container.getEnv().stream())
                        .filter(variable -> variable.getValue() != null))
                .noneMatch(variable -> variable.getName().matches(".*(PASSWORD|SECRET|TOKEN|ACCESS_KEY).*"));
    }

    @Test
    void theDatabasesRolesTakeTheServicesPasswords() {
        assertThat(Manifests.in("k8s", Cluster.class)
                        .getFirst()
                        .spec()
                        .managed()
                        .roles())
                .extracting(role -> role.passwordSecret().name())
                .containsExactly("sluice-planner-db", "sluice-detector-db", "sluice-rate-limit-db");
    }

    private static Stream<PodSpec> pods(String folder) {
        return Stream.of(
                        Manifests.in(folder, Deployment.class).stream()
                                .map(deployment -> deployment.getSpec().getTemplate()),
                        Manifests.in(folder, StatefulSet.class).stream()
                                .map(set -> set.getSpec().getTemplate()),
                        Manifests.in(folder, Job.class).stream()
                                .map(job -> job.getSpec().getTemplate()))
                .flatMap(templates -> templates)
                .map(template -> template.getSpec());
    }

    /** Each key of a ConfigMap or Secret that a pod or a trigger names; whole ones end with a slash. */
    private static Set<String> asked(String... folders) {
        Set<String> asked = new TreeSet<>();
        for (String folder : folders) {
            pods(folder)
                    .flatMap(pod -> pod.getContainers().stream())
                    .flatMap(container -> container.getEnv().stream())
                    .map(variable -> variable.getValueFrom())
                    .filter(Objects::nonNull)
                    .forEach(source -> asked.add(key(source)));
            pods(folder).flatMap(pod -> pod.getVolumes().stream()).forEach(volume -> {
                if (volume.getSecret() != null) {
                    asked.add("secret " + volume.getSecret().getSecretName() + "/");
                }
                if (volume.getConfigMap() != null) {
                    asked.add("map " + volume.getConfigMap().getName() + "/");
                }
            });
            Manifests.in(folder, TriggerAuthentication.class).stream()
                    .flatMap(authentication -> authentication.spec().secretTargetRef().stream())
                    .forEach(source -> asked.add("secret " + source.name() + "/" + source.key()));
        }
        return asked;
    }

    private static String key(EnvVarSource source) {
        return source.getSecretKeyRef() != null
                ? "secret " + source.getSecretKeyRef().getName() + "/"
                        + source.getSecretKeyRef().getKey()
                : "map " + source.getConfigMapKeyRef().getName() + "/"
                        + source.getConfigMapKeyRef().getKey();
    }

    private static Set<String> made(String... folders) {
        Set<String> made = new TreeSet<>();
        for (String folder : folders) {
            for (Kustomization kustomization : Manifests.in(folder, Kustomization.class)) {
                add(made, "map ", kustomization.configMapGenerator());
                add(made, "secret ", kustomization.secretGenerator());
            }
            for (Secret secret : Manifests.in(folder, Secret.class)) {
                add(
                        made,
                        "secret " + secret.getMetadata().getName(),
                        secret.getStringData().keySet());
            }
            for (KafkaUser user : Manifests.in(folder, KafkaUser.class)) {
                // what Strimzi makes of a user, and of the cluster that the user belongs to
                String cluster = user.metadata().getLabels().get("strimzi.io/cluster");
                add(
                        made,
                        "secret " + user.metadata().getName(),
                        Set.of("user.crt", "user.key", "user.p12", "user.password"));
                add(made, "secret " + cluster + "-cluster-ca-cert", Set.of("ca.crt"));
            }
            for (Cluster cluster : Manifests.in(folder, Cluster.class)) {
                add(made, "secret " + cluster.metadata().getName() + "-ca", Set.of("ca.crt"));
            }
        }
        return made;
    }

    private static void add(Set<String> made, String kind, List<Kustomization.Generator> generators) {
        if (generators != null) {
            generators.forEach(generator -> add(made, kind + generator.name(), Set.copyOf(generator.keys())));
        }
    }

    private static void add(Set<String> made, String name, Set<String> keys) {
        made.add(name + "/");
        keys.forEach(key -> made.add(name + "/" + key));
    }
}
