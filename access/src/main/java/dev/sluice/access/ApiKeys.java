package dev.sluice.access;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys that are configured. */
@ApplicationScoped
@Startup
class ApiKeys {

    private final List<ApiKey> keys = new ArrayList<>();

    /** {@link IllegalArgumentException} when one of them is not as it should be: a service does not start then. */
    ApiKeys(AccessConfig config) {
        config.keys().forEach((owner, key) -> keys.add(new ApiKey(owner, key.role(), key.sha256())));
        config.apiKeysFile().ifPresent(file -> keys.addAll(read(file)));
    }

    /** Whose key it is; looks at every key, so that the time taken tells nothing. */
    Optional<ApiKey> find(String key) {
        byte[] hash = KeyDigest.bytes(key);
        ApiKey found = null;
        for (ApiKey known : keys) {
            if (known.hasHash(hash)) {
                found = known;
            }
        }
        return Optional.ofNullable(found);
    }

    private static List<ApiKey> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> key(file, line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The file of API keys cannot be read: " + file, e);
        }
    }

    private static ApiKey key(Path file, String line) {
        String[] parts = line.split("\\s+", -1);
        Optional<Role> role = parts.length == 3 ? Role.named(parts[1]) : Optional.empty();
        return role.map(known -> new ApiKey(parts[0], known, parts[2]))
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s has a line that is not 'NAME viewer|operator|admin SHA-256'.".formatted(file)));
    }
}
