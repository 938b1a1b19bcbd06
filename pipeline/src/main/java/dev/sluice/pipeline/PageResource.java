package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page, or a blog post: its key says which.
 *
 * @param parent null at the top of the space
 * @param webUrl absolute address for people
 * @param ancestors titles of the pages above it, the top one first; null when there are none
 * @param created when it was made; null when the listing does not say
 * @param posted the day under which a blog post is filed; null for a page
 * @param details what belongs to it besides its body; null when nothing of that is exported
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
        @Nullable Instant created,
        @Nullable LocalDate posted,
        @Nullable PageDetails details)
        implements Resource {

    public PageResource {
        title = StorableText.of(title);
        ancestors = ancestors == null || ancestors.isEmpty()
                ? null
                : ancestors.stream().map(StorableText::of).toList();
        details = details == null ? null : details.orNull();
    }

    /** A page of which nothing but its body is exported. */
    @SuppressWarnings("ParameterNumber") // those of every page
    public PageResource(
            ResourceKey key,
            String spaceKey,
            String title,
            @Nullable ResourceKey parent,
            String status,
            ResourceVersion version,
            String path,
            String webUrl,
            @Nullable List<String> ancestors,
            @Nullable Instant created) {
        this(key, spaceKey, title, parent, status, version, path, webUrl, ancestors, created, null, null);
    }

    /** A blog post, or a page, of which nothing but its body is exported. */
    @SuppressWarnings("ParameterNumber") // those of every page
    public PageResource(
            ResourceKey key,
            String spaceKey,
            String title,
            @Nullable ResourceKey parent,
            String status,
            ResourceVersion version,
            String path,
            String webUrl,
            @Nullable List<String> ancestors,
            @Nullable Instant created,
            @Nullable LocalDate posted) {
        this(key, spaceKey, title, parent, status, version, path, webUrl, ancestors, created, posted, null);
    }

    /** With the titles of the ancestors, which are part of what is written. The time it was made never changes. */
    @JsonIgnore
    @Override
    public String identity() {
        String own = String.join("\n", spaceKey, title, String.valueOf(parent), status);
        String place = posted == null ? own : own + "\n" + posted;
        return ancestors == null ? place : place + "\n" + String.join("\n", ancestors);
    }

    /** The same page at another place. */
    public PageResource at(String otherPath, @Nullable List<String> otherAncestors) {
        return new PageResource(
                key,
                spaceKey,
                title,
                parent,
                status,
                version,
                otherPath,
                webUrl,
                otherAncestors,
                created,
                posted,
                details);
    }

    /** Whether the page has gone to another space since it had this identity. */
    public boolean changedSpaceSince(String identity) {
        int end = identity.indexOf('\n');
        return end >= 0 && !identity.substring(0, end).equals(spaceKey);
    }

    /** The same page with this known of it besides its body. */
    public PageResource with(@Nullable PageDetails other) {
        return new PageResource(
                key, spaceKey, title, parent, status, version, path, webUrl, ancestors, created, posted, other);
    }

    /** The same page in another version by the same authors. */
    public PageResource at(ResourceVersion other) {
        return at(other, authors());
    }

    /** The same page with the version that its body was fetched in, and who wrote that. */
    public PageResource at(ResourceVersion fetched, List<Person> authors) {
        PageDetails then = details == null ? null : details.by(authors);
        return new PageResource(
                key, spaceKey, title, parent, status, fetched, path, webUrl, ancestors, created, posted, then);
    }

    /** See {@link PageDetails#fingerprint()}; empty when there are no details. */
    @JsonIgnore
    public String detailsFingerprint() {
        return details == null ? "" : details.fingerprint();
    }

    /** In order; empty when there are none, or when they are not exported. */
    @JsonIgnore
    public List<String> labels() {
        return details == null || details.labels() == null ? List.of() : details.labels();
    }

    /** See {@link PageDetails#authors()}. */
    @JsonIgnore
    public List<Person> authors() {
        return details == null || details.authors() == null ? List.of() : details.authors();
    }
}
