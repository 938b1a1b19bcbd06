package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * A page.
 *
 * @param parent null at the top of the space
 * @param webUrl absolute address for people
 */
public record PageResource(
        ResourceKey key,
        String spaceKey,
        String title,
        @Nullable ResourceKey parent,
        String status,
        ResourceVersion version,
        String path,
        String webUrl)
        implements Resource {

    public PageResource {
        title = StorableText.of(title);
    }

    @JsonIgnore
    @Override
    public String identity() {
        return String.join("\n", spaceKey, title, String.valueOf(parent), status);
    }

    /** The same page with the version that its body was fetched in. */
    public PageResource at(ResourceVersion fetched) {
        return new PageResource(key, spaceKey, title, parent, status, fetched, path, webUrl);
    }
}
