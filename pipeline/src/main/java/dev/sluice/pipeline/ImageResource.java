package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A picture that pages show and that is no attachment: one at an address outside of Confluence, or one that a page holds
 * itself. No listing has it; the pages that show it lead to it. All pages share its file.
 *
 * @param url where it is fetched from; null for one that a page holds itself
 * @param path of its file; before it is fetched, without an ending, because only the bytes show what they are
 * @param etag of the bytes that are held, as their server gave it; null when there is none
 * @param lastModified of the bytes that are held, as their server gave it; null when there is none
 */
public record ImageResource(
        ResourceKey key,
        @Nullable String url,
        String path,
        @Nullable String etag,
        @Nullable String lastModified) implements Resource {

    private static final ResourceVersion NONE = new ResourceVersion(0, Instant.EPOCH);

    /** One at an address, of which nothing is held. */
    public static ImageResource at(ResourceKey key, String url) {
        return new ImageResource(key, url, DestinationLayout.image(key), null, null);
    }

    /** Of no space: pages of all spaces share it. */
    @JsonIgnore
    @Override
    public String spaceKey() {
        return "";
    }

    /** Not known: servers state no versions. */
    @JsonIgnore
    @Override
    public ResourceVersion version() {
        return NONE;
    }

    /** What its server is asked by whether it has other bytes now; empty when that cannot be asked. */
    @JsonIgnore
    @Override
    public String identity() {
        return etag == null && lastModified == null
                ? ""
                : (etag == null ? "" : etag) + "\n" + (lastModified == null ? "" : lastModified);
    }

    /** The same image with what its {@link #identity()} was when its bytes were fetched. */
    public ImageResource held(String identity) {
        int line = identity.indexOf('\n');
        return line < 0
                ? new ImageResource(key, url, path, null, null)
                : new ImageResource(
                        key, url, path, some(identity.substring(0, line)), some(identity.substring(line + 1)));
    }

    private static @Nullable String some(String text) {
        return text.isEmpty() ? null : text;
    }
}
