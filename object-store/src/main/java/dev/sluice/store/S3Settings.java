package dev.sluice.store;

import java.net.URI;

/**
 * How to reach an S3 server.
 *
 * @param endpoint for example {@code https://s3.eu-central-1.amazonaws.com} or the address of a MinIO server
 * @param region {@code us-east-1} where the server has none
 */
public record S3Settings(URI endpoint, String region, S3Keys keys, S3Rules rules) {

    public S3Settings {
        String scheme = String.valueOf(endpoint.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("The S3 endpoint must be an http or https address: " + endpoint);
        }
        if (region.isBlank()) {
            throw new IllegalArgumentException("S3 needs a region; it is blank.");
        }
    }

    /** A server that is asked for nothing special. */
    public static S3Settings of(URI endpoint, String region, String accessKey, String secretKey) {
        return new S3Settings(endpoint, region, new S3Keys.Fixed(accessKey, secretKey), S3Rules.NONE);
    }

    /** The same server, asked for this as well. */
    public S3Settings with(S3Rules others) {
        return new S3Settings(endpoint, region, keys, others);
    }
}
