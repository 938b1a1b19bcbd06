package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Identity of a resource within its site: {@code page:<id>}, {@code blogpost:<id>}, {@code attachment:<container>/<id>}
 * or {@code image:<sha256 of the canonical URL>}; for an image that a page holds itself, the hash is that of the
 * picture and its ending.
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

    /** The image at an address in its canonical form: see {@link ImageAddress}. */
    public static ResourceKey image(String canonicalUrl) {
        return image("", canonicalUrl.getBytes(StandardCharsets.UTF_8));
    }

    /** The image that a page holds itself; {@code ending}: of its file name. */
    public static ResourceKey image(String ending, byte[] picture) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(ending.getBytes(StandardCharsets.UTF_8));
            return new ResourceKey(ResourceKind.IMAGE, HexFormat.of().formatHex(hash.digest(picture)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
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
