package dev.sluice.store;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
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
        if (config.endpoint().isEmpty()
                || config.accessKey().isEmpty()
                || config.secretKey().isEmpty()) {
            return null;
        }
        return new S3Settings(
                config.endpoint().get(),
                config.region(),
                config.accessKey().get(),
                config.secretKey().get(),
                config.patience());
    }
}
