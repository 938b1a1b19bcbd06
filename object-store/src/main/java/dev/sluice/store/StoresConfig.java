package dev.sluice.store;

import io.minio.messages.RetentionMode;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the stores that services write to. */
@ConfigMapping(prefix = "sluice.s3")
public interface StoresConfig {

    /** Base URL of the S3 service; needed when a destination is {@code s3://}. */
    Optional<URI> endpoint();

    /** Region to sign requests for; any will do where the service has none. */
    @WithDefault("us-east-1")
    String region();

    /** Whose keys are used. */
    @WithDefault("keys")
    Credentials credentials();

    /** Access key. */
    Optional<String> accessKey();

    /** Secret key. */
    Optional<String> secretKey();

    /** How long it may be away, or refuse what it cannot do just now, before a request fails. */
    @WithDefault("PT30S")
    Duration patience();

    /** For how long nobody can change what was written; the bucket must have been made with object lock. */
    Optional<Lock> objectLock();

    /** Whether temporary objects bear the tag {@code sluice=temporary}, for a lifecycle rule of the bucket. */
    @WithDefault("false")
    boolean tagTemporary();

    /** How keys of temporary objects begin, in every destination: these are not locked. */
    @WithDefault(".sluice/staging/,.sluice/catalog/")
    List<String> temporary();

    /** Whose keys are used. */
    enum Credentials {
        /** Those of the settings. */
        KEYS,
        /** See {@link S3Keys.Aws}. */
        AWS
    }

    /** See {@link ObjectLock}. */
    interface Lock {

        /** Whether those with a special permission can nevertheless. */
        RetentionMode mode();

        /** From the writing of an object on. */
        int days();
    }
}
