package dev.sluice.pipeline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the manifest knows about a resource's file before the resource is exported again.
 *
 * @param path where its file lies so far; null when it has none
 * @param checksums SHA-256 of what the file at the path it is to have now may hold; anything else is someone's edit
 * @param imagePaths where the images lie that the page showed so far and that the export has, by their
 *     {@link ReferenceToken}; null when there are none
 * @param version that the file is of; null when it has none, and in messages of older versions
 */
public record Before(
        @Nullable String path,
        List<String> checksums,
        @Nullable Map<String, String> imagePaths,
        @Nullable ResourceVersion version) {

    /** Nothing is known: there is no file of ours. */
    public static final Before NOTHING = new Before(null, List.of());

    public Before {
        checksums = List.copyOf(checksums);
        imagePaths = Settings.normal(imagePaths);
    }

    /** Of a resource that shows no images that the export has. */
    public Before(@Nullable String path, List<String> checksums) {
        this(path, checksums, null, null);
    }

    /** Where the file may hold these instead. */
    public Before holding(List<String> others) {
        return new Before(path, others, imagePaths, version);
    }

    /** Of this version. */
    public Before of(ResourceVersion known) {
        return new Before(path, checksums, imagePaths, known);
    }

    /** What of it is worth telling when the resource is exported again; null when it has no file. */
    public @Nullable Earlier earlier() {
        return path == null ? null : new Earlier(path, version);
    }

    /** With these images. */
    public Before showing(Map<String, String> known) {
        return new Before(path, checksums, known, version);
    }
}
