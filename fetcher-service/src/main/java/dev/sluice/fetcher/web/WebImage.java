package dev.sluice.fetcher.web;

import dev.sluice.store.StoredObject;
import org.jspecify.annotations.Nullable;

/** What asking for a picture has given. */
public sealed interface WebImage {

    /**
     * The picture.
     *
     * @param ending of a file name, by its media type
     */
    record Received(
            StoredObject file,
            String ending,
            @Nullable String etag,
            @Nullable String lastModified) implements WebImage {}

    /** The server has the same bytes as before. */
    record NotModified() implements WebImage {}

    /**
     * There is no picture to be had.
     *
     * @param reason one sentence for people
     */
    record Refused(String reason) implements WebImage {}
}
