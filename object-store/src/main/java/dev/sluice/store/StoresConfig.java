package dev.sluice.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings of the stores that services write to. */
@ConfigMapping(prefix = "sluice.s3")
public interface StoresConfig {

    /** Base URL of the S3 service; needed when a destination is {@code s3://}. */
    Optional<URI> endpoint();

    /** Region to sign requests for; any will do where the service has none. */
    @WithDefault("us-east-1")
    String region();

    /** Access key. */
    Optional<String> accessKey();

    /** How long it may be away, or refuse what it cannot do just now, before a request fails. */
    @WithDefault("30S")
    Duration patience();

    /** Secret key. */
    Optional<String> secretKey();
}
