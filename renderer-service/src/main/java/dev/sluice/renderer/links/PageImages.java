package dev.sluice.renderer.links;

import dev.sluice.markdown.LinkTarget;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.PageImage;
import dev.sluice.pipeline.Reference;
import dev.sluice.pipeline.ReferenceToken;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.StoredCopy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The images of one page that are no attachments. Those at an address lie where the manifest says; until they are
 * fetched, the address stands for them, and the page is rendered again. Those that the page holds itself are to be kept
 * under a name that is made of the picture.
 */
public final class PageImages {

    /** Puts a picture that a page holds at its place in the export. */
    @FunctionalInterface
    public interface Keeper {
        StoredCopy keep(String path, byte[] content);
    }

    private final Map<String, String> known;
    private final Map<String, @Nullable String> asked = new LinkedHashMap<>();
    private final Map<ResourceKey, String> addresses = new LinkedHashMap<>();
    private final Map<ResourceKey, byte[]> embedded = new LinkedHashMap<>();

    /** {@code known}: paths of images that the export has, by their {@link ReferenceToken}. */
    public PageImages(Map<String, String> known) {
        this.known = Map.copyOf(known);
    }

    /** The image at an address in its canonical form, if the export has it. */
    Optional<LinkTarget> at(String address) {
        ResourceKey key = ResourceKey.image(address);
        addresses.put(key, address);
        String path = known.get(ReferenceToken.image(key));
        asked.put(ReferenceToken.image(key), path);
        return Optional.ofNullable(path).map(LinkTarget.InExport::new);
    }

    /** The place of a picture that the page holds itself; {@code ending}: of its file name. */
    LinkTarget embedded(String ending, byte[] content) {
        ResourceKey key = ResourceKey.image(ending, content);
        String path = asked.get(ReferenceToken.image(key));
        if (path == null) {
            path = DestinationLayout.image(key) + "." + ending;
            asked.put(ReferenceToken.image(key), path);
            embedded.put(key, content);
        }
        return new LinkTarget.InExport(path);
    }

    /** Every question so far and its answer. */
    Stream<Reference> references() {
        return asked.entrySet().stream().map(entry -> new Reference(entry.getKey(), entry.getValue()));
    }

    /** All images that the page shows; those that it holds itself are at their place when this returns. */
    public List<PageImage> shown(Keeper keeper) {
        Stream<PageImage> outside =
                addresses.entrySet().stream().map(entry -> new PageImage(entry.getKey(), entry.getValue(), null));
        Stream<PageImage> inside = embedded.entrySet().stream()
                .map(entry -> new PageImage(entry.getKey(), null, keep(entry.getKey(), entry.getValue(), keeper)));
        return Stream.concat(outside, inside).toList();
    }

    private StoredCopy keep(ResourceKey key, byte[] content, Keeper keeper) {
        return keeper.keep(String.valueOf(asked.get(ReferenceToken.image(key))), content);
    }
}
