package dev.sluice.access;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Who has a key: {@code sluice.access.keys."ci".sha256=…}. */
@ConfigMapping(prefix = "sluice.access")
public interface AccessConfig {

    /** Keys by the name that the audit trail shows for whoever has them. */
    Map<String, Key> keys();

    /** File with a key a line: name, role and SHA-256 of the key, with blanks between. Read at start. */
    Optional<Path> apiKeysFile();

    /** One key. */
    interface Key {

        /** SHA-256 of the key, as 64 hexadecimal digits; never the key itself. */
        String sha256();

        /** What it allows. */
        Role role();
    }
}
