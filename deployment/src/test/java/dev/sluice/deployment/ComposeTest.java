package dev.sluice.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.confluence.Product;
import dev.sluice.confluence.sites.SitesConfig;
import dev.sluice.deployment.ComposeFile.ComposeService;
import io.smallrye.config.EnvConfigSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposeTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)");
    private static final Pattern SETTING = Pattern.compile("(?m)^(\\w+)=.+$");

    private final ComposeFile compose = ComposeFile.read();

    @ParameterizedTest
    @EnumSource
    void theServiceIsBuiltAndAskedForItsHealth(Service service) {
        ComposeService container = container(service);
        assertThat(container.build().args()).containsEntry("SERVICE", service.word());
        assertThat(container.healthcheck().test().getLast())
                .isEqualTo("http://127.0.0.1:" + service.port() + "/q/health/ready");
        assertThat(container.readOnly()).isTrue();
        assertThat(container.volumes()).contains("/tmp");
        assertThat(container.capDrop()).containsExactly("ALL");
    }

    @ParameterizedTest
    @EnumSource
    void everyVariableIsASettingOfTheService(Service service) {
        assertThat(container(service).environment().keySet())
                .isNotEmpty()
                .allSatisfy(variable ->
                        assertThat(service.knows(variable)).as(variable).isTrue());
    }

    @Test
    void theDemoSiteIsUnderstood() {
        Map<String, String> environment = container(Service.FETCHER).environment().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("SLUICE_SITES_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        SitesConfig.SiteConfig site = SettingsTest.sites(new EnvConfigSource(environment, 300))
                .sites()
                .get("demo");
        assertThat(site.product()).isEqualTo(Product.CLOUD);
        assertThat(site.url().getHost()).isIn(compose.services().keySet());
        assertThat(site.user()).contains("sluice@example.com");
    }

    @Test
    void theApiIsReachableFromThisMachineOnly() {
        assertThat(compose.services().values().stream()
                        .filter(container -> container.ports() != null)
                        .flatMap(container -> container.ports().stream()))
                .contains("127.0.0.1:8080:" + Service.PLANNER.port())
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void everyPartThatIsNamedExists() {
        compose.services().forEach((name, container) -> {
            if (container.dependsOn() != null) {
                assertThat(compose.services())
                        .as(name)
                        .containsKeys(container.dependsOn().keySet().toArray(String[]::new));
            }
            if (container.volumes() != null) {
                container.volumes().forEach(this::assertMounted);
            }
        });
    }

    private void assertMounted(String volume) {
        String source = volume.split(":", 2)[0];
        if (source.startsWith("./") && !source.contains("/target/")) {
            assertThat(Checkout.file(source)).exists();
        } else if (!source.startsWith("./") && !source.startsWith("/")) {
            assertThat(compose.volumes()).containsKey(source);
        }
    }

    @Test
    void imagesArePinned() {
        assertThat(compose.services().values())
                .extracting(ComposeService::image)
                .allSatisfy(image -> assertThat(image).contains(":").doesNotEndWith(":latest"));
        assertThat(Checkout.text("Dockerfile")).containsPattern("(?m)^FROM \\S+:\\d\\S+$");
    }

    @Test
    void everyVariableOfTheFileHasAnExample() {
        Set<String> used = names(VARIABLE, Checkout.text("docker-compose.yml"));
        assertThat(names(SETTING, Checkout.text(".env.example"))).isEqualTo(used);
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private ComposeService container(Service service) {
        ComposeService container = compose.services().get(service.word());
        assertThat(container).isNotNull();
        return container;
    }
}
