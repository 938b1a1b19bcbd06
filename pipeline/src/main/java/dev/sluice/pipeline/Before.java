package dev.sluice.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the manifest knows about a resource's file before the resource is exported again.
 *
 * @param path where its file lies so far; null when it has none
 * @param checksums SHA-256 of what the file at the path it is to have now may hold; anything else is someone's edit
 */
public record Before(@Nullable String path, List<String> checksums) {

    /** Nothing is known: there is no file of ours. */
    public static final Before NOTHING = new Before(null, List.of());

    public Before {
        checksums = List.copyOf(checksums);
    }
}
