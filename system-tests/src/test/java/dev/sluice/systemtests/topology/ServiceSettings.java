package dev.sluice.systemtests.topology;

import dev.sluice.access.KeyDigest;
import dev.sluice.cli.embedded.EmbeddedDatabase;
import dev.sluice.store.S3Keys;
import dev.sluice.store.S3Settings;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What services are told of their surroundings. {@code adminKey}: of somebody who may do everything. */
record ServiceSettings(String bootstrapServers, String jdbcUrl, S3Settings s3, String adminKey) {

    /** With these sites. */
    Map<String, String> with(Collection<TestSite> sites) {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", bootstrapServers);
        settings.put("sluice.access.keys.\"admin\".sha256", KeyDigest.of(adminKey));
        settings.put("sluice.access.keys.\"admin\".role", "admin");
        for (Service service : new Service[] {Service.PLANNER, Service.DETECTOR}) {
            settings.put("quarkus.datasource.\"%s\".jdbc.url".formatted(service.word()), jdbcUrl);
            settings.put("quarkus.datasource.\"%s\".username".formatted(service.word()), EmbeddedDatabase.USER);
        }
        settings.put("sluice.rate-limit.jdbc-url", jdbcUrl);
        settings.put("sluice.rate-limit.username", EmbeddedDatabase.USER);
        settings.put("sluice.s3.endpoint", s3.endpoint().toString());
        settings.put("sluice.s3.region", s3.region());
        S3Keys.Fixed keys = (S3Keys.Fixed) s3.keys();
        settings.put("sluice.s3.access-key", keys.accessKey());
        settings.put("sluice.s3.secret-key", keys.secretKey());
        settings.put("sluice.s3.patience", s3.patience().toString());
        sites.forEach(site -> settings.putAll(site.settings()));
        settings.put("fetcher.images.trusted-hosts", PictureServer.HOST);
        // A model's site fails often: what fails for good shall do so soon.
        sites.stream()
                .filter(site -> site.name().startsWith("model-"))
                .forEach(site -> settings.put("sluice.sites.\"%s\".retries".formatted(site.name()), "3"));
        // A broker notices sooner than by default that a consumer was killed.
        settings.put("mp.messaging.connector.smallrye-kafka.session.timeout.ms", "6000");
        settings.put("mp.messaging.connector.smallrye-kafka.heartbeat.interval.ms", "1000");
        return settings;
    }
}
