package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page.
 *
 * @param parent null at the top of the space
 * @param webUrl absolute address for people
 * @param ancestors titles of the pages above it, the top one first; null when there are none
 * @param created when it was made; null when the listing does not say
 */
public record PageResource(
        ResourceKey key,
        String spaceKey,
        String title,
        @Nullable ResourceKey parent,
        String status,
        ResourceVersion version,
        String path,
        String webUrl,
        @Nullable List<String> ancestors,
        @Nullable Instant created)
        implements Resource {

    public PageResource {
        title = StorableText.of(title);
        ancestors = ancestors == null || ancestors.isEmpty()
                ? null
                : ancestors.stream().map(StorableText::of).toList();
    }

    /** With the titles of the ancestors, which are part of what is written. The time it was made never changes. */
    @JsonIgnore
    @Override
    public String identity() {
        String own = String.join("\n", spaceKey, title, String.valueOf(parent), status);
        return ancestors == null ? own : own + "\n" + String.join("\n", ancestors);
    }

    /** Whether the page has gone to another space since it had this identity. */
    public boolean changedSpaceSince(String identity) {
        int end = identity.indexOf('\n');
        return end >= 0 && !identity.substring(0, end).equals(spaceKey);
    }

    /** The same page with the version that its body was fetched in. */
    public PageResource at(ResourceVersion fetched) {
        return new PageResource(key, spaceKey, title, parent, status, fetched, path, webUrl, ancestors, created);
    }
}
