package dev.sluice.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServicePodsTest {

    /** Patches that Kustomize applies to several deployments carry this name. */
    private static final String ANY = "any";

    @Test
    void everyServiceIsDeployed() {
        assertThat(Manifests.in("k8s/base", Deployment.class))
                .extracting(deployment -> deployment.getMetadata().getName())
                .containsExactlyInAnyOrderElementsOf(java.util.Arrays.stream(Service.values())
                        .map(Service::word)
                        .toList());
    }

    @Test
    void everyVariableIsASettingOfTheService() {
        for (Deployment deployment : Manifests.in("k8s", Deployment.class)) {
            String name = deployment.getMetadata().getName();
            List<Service> services = name.equals(ANY) ? List.of(Service.values()) : List.of(Service.named(name));
            for (EnvVar variable : container(deployment).getEnv()) {
                assertThat(services)
                        .as(variable.getName() + " in " + name)
                        .allMatch(service -> service.knows(variable.getName()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void probesAskForWhatIsServed(Service service) {
        Container container = container(deployment(service));
        assertThat(service.hasHealth()).isTrue();
        assertThat(container.getPorts()).hasSize(1).allSatisfy(port -> {
            assertThat(port.getName()).isEqualTo("http");
            assertThat(port.getContainerPort()).isEqualTo(service.port());
        });
        assertProbe(container.getStartupProbe(), "/q/health/started");
        assertProbe(container.getLivenessProbe(), "/q/health/live");
        assertProbe(container.getReadinessProbe(), "/q/health/ready");
    }

    private static void assertProbe(Probe probe, String path) {
        assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
        assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("http");
    }

    @ParameterizedTest
    @EnumSource
    void podsMayDoNothingThatTheyNeedNot(Service service) {
        PodSpec pod = deployment(service).getSpec().getTemplate().getSpec();
        Container container = pod.getContainers().getFirst();
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getVolumeMounts())
                .anyMatch(mount -> mount.getMountPath().equals("/tmp"));
        assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
        assertThat(container.getResources().getLimits()).containsKey("memory");
        // KAFKA_PORT and its like would be taken for settings of the Kafka clients
        assertThat(pod.getEnableServiceLinks()).isFalse();
    }

    @Test
    void onlyOnePlannerRunsAtATime() {
        Deployment planner = deployment(Service.PLANNER);
        assertThat(planner.getSpec().getReplicas()).isEqualTo(1);
        assertThat(planner.getSpec().getStrategy().getType()).isEqualTo("Recreate");
    }

    @Test
    void budgetsAndServicesSelectPodsThatExist() {
        List<Map<String, String>> pods = Manifests.in("k8s/base", Deployment.class).stream()
                .map(deployment ->
                        deployment.getSpec().getTemplate().getMetadata().getLabels())
                .toList();
        assertThat(Manifests.in("k8s/base", PodDisruptionBudget.class))
                .hasSize(3)
                .allSatisfy(budget ->
                        assertThat(pods).contains(budget.getSpec().getSelector().getMatchLabels()));
        assertThat(Manifests.in("k8s/base", io.fabric8.kubernetes.api.model.Service.class))
                .hasSize(2)
                .allSatisfy(
                        service -> assertThat(pods).contains(service.getSpec().getSelector()));
    }

    @Test
    void thePlannersPortIsLetIn() {
        Set<Integer> ports = Manifests.in("k8s/base", NetworkPolicy.class).stream()
                .flatMap(policy -> policy.getSpec().getIngress().stream())
                .flatMap(rule -> rule.getPorts().stream())
                .map(port -> port.getPort().getIntVal())
                .collect(Collectors.toSet());
        assertThat(ports).containsExactly(Service.PLANNER.port());
    }

    @Test
    void theImageKnowsTheSameUserPortAndFolder() {
        Container planner = container(deployment(Service.PLANNER));
        assertThat(Checkout.text("Dockerfile"))
                .contains("EXPOSE " + Service.PLANNER.port() + "\n", "USER 10001:10001\n", "WORKDIR /opt/sluice\n");
        assertThat(planner.getVolumeMounts())
                .anyMatch(mount -> mount.getMountPath().equals("/opt/sluice/config"));
    }

    private static Deployment deployment(Service service) {
        return Manifests.in("k8s/base", Deployment.class).stream()
                .filter(deployment -> deployment.getMetadata().getName().equals(service.word()))
                .findFirst()
                .orElseThrow();
    }

    private static Container container(Deployment deployment) {
        List<Container> containers =
                deployment.getSpec().getTemplate().getSpec().getContainers();
        assertThat(containers).hasSize(1);
        return containers.getFirst();
    }
}
