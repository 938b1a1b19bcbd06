package dev.sluice.store;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens the store that an address names. */
public final class ObjectStores {

    private ObjectStores() {}

    /**
     * Opens {@code file:///absolute/folder} or {@code s3://bucket/prefix}. A folder is made when missing; a bucket is
     * looked at with the first call, not here.
     *
     * @param s3 needed for an {@code s3} address only
     * @throws IllegalArgumentException when the address is of no known kind
     * @throws StoreException when the folder cannot be used
     */
    public static ObjectStore open(URI destination, @Nullable S3Settings s3) {
        return switch (String.valueOf(destination.getScheme())) {
            case "file" -> LocalObjectStore.open(folder(destination));
            case "s3" -> S3ObjectStore.open(bucket(destination), prefix(destination), requireSettings(destination, s3));
            default ->
                throw new IllegalArgumentException("The destination must be file:///absolute/folder or"
                        + " s3://bucket/prefix, not " + destination + ".");
        };
    }

    private static Path folder(URI destination) {
        try {
            return Path.of(destination);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The destination must be file:///absolute/folder, not " + destination + ".", e);
        }
    }

    private static String bucket(URI destination) {
        String bucket = destination.getAuthority();
        if (bucket == null || bucket.isEmpty()) {
            throw new IllegalArgumentException("The destination names no bucket: " + destination + ".");
        }
        return bucket;
    }

    private static String prefix(URI destination) {
        String path = destination.getPath().replaceAll("^/+|/+$", "");
        return path.isEmpty() ? "" : ObjectKeys.requireSafe(path) + "/";
    }

    private static S3Settings requireSettings(URI destination, @Nullable S3Settings s3) {
        if (s3 == null) {
            throw new IllegalArgumentException("The destination " + destination
                    + " needs the S3 endpoint, access key and secret key; set them and run again.");
        }
        return s3;
    }
}
