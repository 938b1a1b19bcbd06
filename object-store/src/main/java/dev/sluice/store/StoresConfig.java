package dev.sluice.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
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

    /** Secret key. */
    Optional<String> secretKey();
}
