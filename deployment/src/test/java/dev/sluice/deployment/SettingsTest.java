package dev.sluice.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.confluence.Product;
import dev.sluice.confluence.sites.SitesConfig;
import io.fabric8.kubernetes.api.model.Secret;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void allSettingsOfTheServicesAreKnownHere() {
        Set<String> known = Arrays.stream(Service.values())
                .flatMap(s -> s.mappings().stream())
                .collect(Collectors.toSet());
        Set<String> declared = new TreeSet<>();
        for (var file : Checkout.files(".", ".java")) {
            String source = Checkout.text(file);
            if (file.toString().contains("/src/main/") && source.contains("\n@ConfigMapping(")) {
                String type = source.substring(source.indexOf("package ") + 8, source.indexOf(';'));
                declared.add(type + "." + file.getFileName().toString().replace(".java", ""));
            }
        }
        assertThat(declared).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void theSitesOfTheDevelopmentOverlayAreUnderstood() throws IOException {
        assertSite(Checkout.text("k8s/overlays/dev/sites.properties"));
    }

    @Test
    void theSitesOfTheExampleSecretAreUnderstood() throws IOException {
        String sites = Manifests.in("k8s/overlays/prod/examples", Secret.class).stream()
                .filter(secret -> secret.getMetadata().getName().equals("sluice-sites"))
                .map(secret -> secret.getStringData().get("application.properties"))
                .findFirst()
                .orElseThrow();
        assertSite(sites);
    }

    private static void assertSite(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        SitesConfig.SiteConfig site = sites(new PropertiesConfigSource(properties, "sites", 300))
                .sites()
                .get("example");
        assertThat(site.product()).isEqualTo(Product.CLOUD);
        assertThat(site.user()).contains("you@example.com");
        assertThat(site.maxConcurrency()).isEqualTo(32);
    }

    /** What a service reads from the source; a key that it would not look at is an error. */
    static SitesConfig sites(ConfigSource source) {
        return new SmallRyeConfigBuilder()
                .withSources(source)
                .withMapping(SitesConfig.class)
                .withMapping(dev.sluice.store.StoresConfig.class)
                .withValidateUnknown(true)
                .build()
                .getConfigMapping(SitesConfig.class);
    }
}
