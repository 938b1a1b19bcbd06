package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Identity of a resource within its site: {@code page:<id>}, {@code blogpost:<id>}, {@code attachment:<container>/<id>}
 * or {@code image:<sha256 of the canonical URL>}.
 */
public record ResourceKey(ResourceKind kind, String id) {

    public ResourceKey {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a resource key needs an id");
        }
    }

    public static ResourceKey page(String id) {
        return new ResourceKey(ResourceKind.PAGE, id);
    }

    public static ResourceKey blogPost(String id) {
        return new ResourceKey(ResourceKind.BLOGPOST, id);
    }

    public static ResourceKey attachment(String containerId, String id) {
        return new ResourceKey(ResourceKind.ATTACHMENT, containerId + "/" + id);
    }

    @JsonCreator
    public static ResourceKey parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("not a resource key: " + text);
        }
        return new ResourceKey(
                ResourceKind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)), text.substring(colon + 1));
    }

    @JsonValue
    @Override
    public String toString() {
        return kind.word() + ":" + id;
    }
}
