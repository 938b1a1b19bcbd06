package dev.sluice.deployment;

import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** A service as its sources describe it: the settings it knows, its topics, its port. */
@SuppressWarnings("ImmutableEnumChecker") // nothing is changed after the constructor
enum Service {
    PLANNER(
            "dev.sluice.planner.run.PlannerConfig",
            "dev.sluice.planner.schedule.SchedulesConfig",
            "dev.sluice.planner.audit.AuditConfig",
            Settings.ACCESS,
            Settings.STORES,
            Settings.SITES,
            Settings.RATE_LIMIT),
    DETECTOR("dev.sluice.detector.closing.ClosingConfig", Settings.ACCESS, Settings.STORES),
    FETCHER(
            "dev.sluice.fetcher.fetch.FetcherConfig",
            "dev.sluice.fetcher.web.WebImagesConfig",
            Settings.ACCESS,
            Settings.STORES,
            Settings.SITES,
            Settings.RATE_LIMIT),
    RENDERER("dev.sluice.renderer.output.RendererConfig", Settings.ACCESS, Settings.STORES);

    /** The settings that several services share. */
    private static final class Settings {
        static final String ACCESS = "dev.sluice.access.AccessConfig";
        static final String STORES = "dev.sluice.store.StoresConfig";
        static final String SITES = "dev.sluice.confluence.sites.SitesConfig";
        static final String RATE_LIMIT = "dev.sluice.confluence.sites.RateLimitConfig";
    }

    /** What Quarkus listens on when nobody says otherwise. */
    private static final int QUARKUS_PORT = 8080;

    private static final Pattern CHANNEL = Pattern.compile("mp\\.messaging\\.(incoming|outgoing)\\.([^.]+)\\.topic");
    private static final Pattern DATABASE_USER = Pattern.compile("(quarkus\\.datasource\\.\"\\w+\"\\.)username");

    private final List<String> mappings;
    private final Properties properties = new Properties();

    Service(String... mappings) {
        this.mappings = List.of(mappings);
        load("messaging/src/main/resources/META-INF/microprofile-config.properties");
        load(module() + "/src/main/resources/application.properties");
    }

    private void load(String file) {
        try {
            properties.load(new StringReader(Checkout.text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String module() {
        return word() + "-service";
    }

    static Service named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    List<String> mappings() {
        return mappings;
    }

    int port() {
        return Integer.parseInt(properties.getProperty("quarkus.http.port", Integer.toString(QUARKUS_PORT)));
    }

    /** Whether the service serves {@code /q/health}. */
    boolean hasHealth() {
        return Checkout.text(module() + "/pom.xml").contains("<artifactId>quarkus-smallrye-health</artifactId>");
    }

    /** The keys that can be set; a star stands for any name. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>(properties.stringPropertyNames());
        for (String key : properties.stringPropertyNames()) {
            // a password has no default
            keys.add(DATABASE_USER.matcher(key).replaceFirst("$1password"));
        }
        for (String mapping : mappings) {
            keys.addAll(ConfigMappings.getProperties(ConfigClass.configClass(type(mapping)))
                    .keySet());
        }
        return keys;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " is not there any more", e);
        }
    }

    /** Whether the environment variable sets anything: by MicroProfile's rule, or as a property of the Kafka clients. */
    boolean knows(String variable) {
        if (variable.startsWith("KAFKA_")) {
            String property = variable.substring("KAFKA_".length())
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '.');
            return ConsumerConfig.configNames().contains(property);
        }
        return keys().stream().anyMatch(key -> Pattern.matches(variablePattern(key), variable));
    }

    private static String variablePattern(String key) {
        return key.toUpperCase(Locale.ROOT)
                .replace("\"*\"", "*")
                .replaceAll("[^A-Z0-9*]", "_")
                .replace("*", "_[A-Z0-9]+_");
    }

    List<Channel> channels() {
        return properties.stringPropertyNames().stream()
                .map(CHANNEL::matcher)
                .filter(matcher -> matcher.matches())
                .map(found -> new Channel(
                        found.group(1).equals("incoming"),
                        properties.getProperty(found.group()),
                        properties.getProperty(
                                "mp.messaging.%s.%s.group.id".formatted(found.group(1), found.group(2)), "")))
                .toList();
    }

    /** A topic that is read as a member of a group, or written. */
    record Channel(boolean read, String topic, String group) {}
}
