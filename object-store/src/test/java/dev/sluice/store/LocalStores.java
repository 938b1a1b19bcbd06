package dev.sluice.store;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The stores of a service whose destinations are all folders. */
public class LocalStores extends Stores {

    public LocalStores() {
        super(new NoService());
    }

    private static final class NoService implements StoresConfig {
        @Override
        public Optional<URI> endpoint() {
            return Optional.empty();
        }

        @Override
        public String region() {
            return "none";
        }

        @Override
        public Duration patience() {
            return Duration.ZERO;
        }

        @Override
        public Credentials credentials() {
            return Credentials.KEYS;
        }

        @Override
        public Optional<Lock> objectLock() {
            return Optional.empty();
        }

        @Override
        public boolean tagTemporary() {
            return false;
        }

        @Override
        public List<String> temporary() {
            return List.of();
        }

        @Override
        public Optional<String> accessKey() {
            return Optional.empty();
        }

        @Override
        public Optional<String> secretKey() {
            return Optional.empty();
        }
    }
}
