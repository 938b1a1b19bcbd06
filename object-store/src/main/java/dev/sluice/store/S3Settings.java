package dev.sluice.store;

import java.net.URI;
import java.time.Duration;

/**
 * How to reach an S3 server.
 *
 * @param endpoint for example {@code https://s3.eu-central-1.amazonaws.com} or the address of a MinIO server
 * @param region {@code us-east-1} where the server has none
 * @param patience how long it may be away, or refuse what it cannot do just now, before a request fails
 */
public record S3Settings(URI endpoint, String region, S3Keys keys, S3Rules rules, Duration patience) {

    public S3Settings {
        String scheme = String.valueOf(endpoint.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("The S3 endpoint must be an http or https address: " + endpoint);
        }
        if (region.isBlank()) {
            throw new IllegalArgumentException("S3 needs a region; it is blank.");
        }
    }

    /** A server that is asked for nothing special, and only once. */
    public static S3Settings of(URI endpoint, String region, String accessKey, String secretKey) {
        return new S3Settings(endpoint, region, new S3Keys.Fixed(accessKey, secretKey), S3Rules.NONE, Duration.ZERO);
    }

    /** The same server, asked for this as well. */
    public S3Settings with(S3Rules others) {
        return new S3Settings(endpoint, region, keys, others, patience);
    }

    /** The same server, asked again for so long. */
    public S3Settings patient(Duration longest) {
        return new S3Settings(endpoint, region, keys, rules, longest);
    }
}
