package dev.sluice.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.deployment.CustomResources.Kustomization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KustomizationsTest {

    @Test
    void everyManifestIsWellTyped() {
        assertThat(Manifests.in("k8s")).hasSizeGreaterThan(40);
    }

    @Test
    void everyFileThatIsNamedIsThere() {
        for (Path file : Checkout.files("k8s", "kustomization.yaml")) {
            Kustomization kustomization =
                    StrictYaml.as(StrictYaml.documents(file).getFirst(), Kustomization.class);
            assertThat(named(kustomization))
                    .as(file.toString())
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(file.resolveSibling(name)).exists());
        }
    }

    private static List<String> named(Kustomization kustomization) {
        Stream<String> generated = Stream.of(kustomization.configMapGenerator(), kustomization.secretGenerator())
                .flatMap(KustomizationsTest::orNone)
                .flatMap(generator -> orNone(generator.files()))
                .map(file -> file.substring(file.indexOf('=') + 1));
        return Stream.of(
                        orNone(kustomization.resources()),
                        orNone(kustomization.components()),
                        orNone(kustomization.patches())
                                .filter(patch -> patch.path() != null)
                                .map(Kustomization.Patch::path),
                        generated)
                .flatMap(names -> names)
                .toList();
    }

    private static <T> Stream<T> orNone(List<T> list) {
        return list == null ? Stream.of() : list.stream();
    }

    @Test
    void everyManifestIsPartOfSomething() {
        for (Path file : Checkout.files("k8s", ".yaml")) {
            String name = file.getFileName().toString();
            Path kustomization = file.resolveSibling("kustomization.yaml");
            // examples are applied one by one
            if (!name.equals("kustomization.yaml") && Files.exists(kustomization)) {
                assertThat(Checkout.text(kustomization)).contains(name);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void kubectlBuildsTheOverlay(String overlay) throws IOException, InterruptedException {
        assumeTrue(hasKubectl(), "kubectl is not installed: the overlays were parsed, but not built");
        Process build = new ProcessBuilder(
                        "kubectl",
                        "kustomize",
                        Checkout.file("k8s/overlays/" + overlay).toString())
                .redirectErrorStream(true)
                .start();
        String built = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(build.waitFor()).as(built).isZero();
        assertThat(built).contains("kind: Deployment").doesNotContain("name: any\n");
    }

    private static boolean hasKubectl() {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }
}
