package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to a page besides its body, and changes without a new version of it.
 *
 * @param authors who made the page and, if that is someone else, who wrote this version; null when nobody asks for them
 * @param labels in order; null when they are not exported
 * @param comments null when there are none, or when they are not exported
 */
public record PageDetails(
        @Nullable List<Person> authors,
        @Nullable List<String> labels,
        @Nullable CommentsRef comments) {

    public PageDetails {
        authors = authors == null || authors.isEmpty() ? null : List.copyOf(authors);
        labels = labels == null || labels.isEmpty()
                ? null
                : labels.stream().map(StorableText::of).distinct().sorted().toList();
    }

    /** The details, or null when there are none: they take no room then. */
    public @Nullable PageDetails orNull() {
        return authors == null && labels == null && comments == null ? null : this;
    }

    /** The same for another run, which has not listed the comments; null when nothing is left. */
    public @Nullable PageDetails withoutComments() {
        return new PageDetails(authors, labels, null).orNull();
    }

    /** The same, with the authors of the version that was fetched. */
    public PageDetails by(List<Person> fetched) {
        return authors == null ? this : new PageDetails(fetched, labels, comments);
    }

    /** Changes whenever any of them does. */
    @JsonIgnore
    public String fingerprint() {
        StringBuilder all = new StringBuilder();
        if (authors != null) {
            authors.forEach(author -> all.append("author ")
                    .append(author.id())
                    .append(' ')
                    .append(author.name())
                    .append('\n'));
        }
        if (labels != null) {
            labels.forEach(label -> all.append("label ").append(label).append('\n'));
        }
        if (comments != null) {
            all.append("comments ").append(comments.sha256()).append('\n');
        }
        return Digests.sha256(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }
}
