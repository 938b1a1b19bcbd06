package dev.sluice.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys, as configuration and files have them. */
class ApiKeysTest {

    private static final String KEY = "sluice_0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    @Test
    void aKeyIsKnownByItsHash() {
        // When
        ApiKeys keys = new ApiKeys(config(Map.of("ci", new Given(KeyDigest.of(KEY), Role.OPERATOR)), null));

        // Then
        assertThat(keys.find(KEY)).map(ApiKey::owner).hasValue("ci");
        assertThat(keys.find(KEY + "0")).isEmpty();
        assertThat(keys.find(KeyDigest.of(KEY))).as("the hash is no key").isEmpty();
    }

    @Test
    void aFileHasAKeyALine() throws IOException {
        // Given
        Path file = folder.resolve("keys");
        Files.write(
                file,
                List.of(
                        "# who has a key",
                        "",
                        "console  viewer " + KeyDigest.of(KEY),
                        "jo admin " + KeyDigest.of("other")));

        // When
        ApiKeys keys = new ApiKeys(config(Map.of(), file));

        // Then
        assertThat(keys.find(KEY)).map(ApiKey::role).hasValue(Role.VIEWER);
        assertThat(keys.find("other")).map(ApiKey::role).hasValue(Role.ADMIN);
    }

    @Test
    void aKeyInThePlaceOfItsHashIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> new ApiKeys(config(Map.of("ci", new Given(KEY, Role.ADMIN)), null)))
                .hasMessageContaining("'ci'")
                .hasMessageNotContaining(KEY);
    }

    @Test
    void aLineThatIsNoneIsRefusedWithoutBeingShown() throws IOException {
        // Given
        Path file = folder.resolve("keys");
        Files.writeString(file, "ci root " + KEY);

        // When and then
        assertThatThrownBy(() -> new ApiKeys(config(Map.of(), file)))
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining(KEY);
    }

    @Test
    void rolesIncludeThoseBelowThem() {
        assertThat(Role.VIEWER.implied()).containsExactly("viewer");
        assertThat(Role.ADMIN.implied()).containsExactly("admin", "operator", "viewer");
    }

    private record Given(String sha256, Role role) implements AccessConfig.Key {}

    private static AccessConfig config(Map<String, AccessConfig.Key> keys, @Nullable Path file) {
        return new AccessConfig() {
            @Override
            public Map<String, Key> keys() {
                return keys;
            }

            @Override
            public Optional<Path> apiKeysFile() {
                return Optional.ofNullable(file);
            }
        };
    }
}
