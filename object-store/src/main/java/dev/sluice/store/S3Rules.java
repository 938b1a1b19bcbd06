package dev.sluice.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an S3 server beyond keeping objects. Not every server can do it.
 *
 * @param lock of all objects but temporary ones; null for none
 * @param tagsTemporary whether temporary objects bear {@link #TEMPORARY_TAG}, so that a lifecycle rule of the bucket can
 *     remove those that a process has left when it died
 * @param temporary beginnings of the keys of temporary objects
 */
public record S3Rules(@Nullable ObjectLock lock, boolean tagsTemporary, List<String> temporary) {

    /** Asks for nothing. */
    public static final S3Rules NONE = new S3Rules(null, false, List.of());

    /** The tag of temporary objects. */
    public static final Map<String, String> TEMPORARY_TAG = Map.of("sluice", "temporary");

    public S3Rules {
        temporary = List.copyOf(temporary);
    }

    /** Whether the object is needed during a run only. */
    boolean isTemporary(String key) {
        return temporary.stream().anyMatch(key::startsWith);
    }
}
