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
public record S3Settings(URI endpoint, String region, String accessKey, String secretKey, Duration patience) {

    public S3Settings {
        String scheme = String.valueOf(endpoint.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("The S3 endpoint must be an http or https address: " + endpoint);
        }
        if (region.isBlank() || accessKey.isBlank() || secretKey.isBlank()) {
            throw new IllegalArgumentException("S3 needs a region, an access key and a secret key; one is blank.");
        }
    }

    @Override
    public String toString() {
        return "S3Settings[" + endpoint + ", " + region + "]";
    }
}
