package dev.sluice.store;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The stores of a service's destinations, each opened once. */
@ApplicationScoped
public class Stores {

    private final StoresConfig config;
    private final Map<String, ObjectStore> open = new ConcurrentHashMap<>();

    Stores(StoresConfig config) {
        this.config = config;
    }

    /** The store of a destination: {@code file:///directory} or {@code s3://bucket/prefix}. Not to be closed. */
    public ObjectStore open(String destination) {
        return open.computeIfAbsent(destination, address -> ObjectStores.open(URI.create(address), settings()));
    }

    @PreDestroy
    void close() {
        open.values().forEach(ObjectStore::close);
    }

    private @Nullable S3Settings settings() {
        return config.endpoint()
                .flatMap(endpoint ->
                        keys().map(keys -> new S3Settings(endpoint, config.region(), keys, rules(), config.patience())))
                .orElse(null);
    }

    private Optional<S3Keys> keys() {
        return switch (config.credentials()) {
            case AWS -> Optional.of(new S3Keys.Aws());
            case KEYS ->
                config.accessKey()
                        .flatMap(access -> config.secretKey().map(secret -> new S3Keys.Fixed(access, secret)));
        };
    }

    private S3Rules rules() {
        ObjectLock lock = config.objectLock()
                .map(wanted -> new ObjectLock(wanted.mode(), Duration.ofDays(wanted.days())))
                .orElse(null);
        return new S3Rules(lock, config.tagTemporary(), config.temporary());
    }
}
