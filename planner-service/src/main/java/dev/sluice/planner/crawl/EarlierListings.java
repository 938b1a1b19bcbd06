package dev.sluice.planner.crawl;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.MissingCatalogException;
import dev.sluice.confluence.Page;
import dev.sluice.confluence.PageVersion;
import dev.sluice.confluence.Space;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.ImageResource;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.ResourceVersion;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.UndecodableException;
import dev.sluice.pipeline.Wire;
import dev.sluice.store.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The listings that lie in a destination as catalogs: the newest complete one can be gone on from. */
final class EarlierListings {

    private static final String CATALOGS = DestinationLayout.HOME + "catalog/";
    private static final String STATE = "/listing.json";

    private final ObjectStore store;

    EarlierListings(ObjectStore store) {
        this.store = store;
    }

    /** Keeps the state with a catalog that is still to be written, and is complete only then. */
    void keep(RunId run, ListingState state) {
        store.put(CATALOGS + run + STATE, new ByteArrayInputStream(Wire.encode(state)));
    }

    /** The newest; empty when there is none that can be read as a whole. */
    Optional<Listing> newest() {
        Map<RunId, ListingState> found = new HashMap<>();
        try (Stream<String> keys = store.list(CATALOGS)) {
            keys.filter(key -> key.endsWith(STATE))
                    .map(key -> new RunId(key.substring(CATALOGS.length(), key.length() - STATE.length())))
                    .filter(run -> new Catalog(store, run).isThere())
                    .toList()
                    .forEach(run -> state(run).ifPresent(state -> found.put(run, state)));
        }
        return found.entrySet().stream()
                .max(Comparator.comparing(each -> each.getValue().listedAt()))
                .flatMap(each -> read(each.getKey(), each.getValue()));
    }

    private Optional<ListingState> state(RunId run) {
        Optional<InputStream> file = store.open(CATALOGS + run + STATE);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = file.get()) {
            return Optional.of(Wire.decode(in.readAllBytes(), ListingState.class));
        } catch (UndecodableException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Listing> read(RunId run, ListingState state) {
        Map<String, Space> spaces = new HashMap<>();
        state.spaces().forEach(space -> spaces.put(space.key(), space));
        PageSet pages = new PageSet();
        Map<ResourceKey, Resource> held = new HashMap<>();
        try {
            new Catalog(store, run)
                    .read(entries -> entries.forEach(entry -> {
                        held.put(entry.resource().key(), entry.resource());
                        switch (entry.resource()) {
                            case PageResource page -> pages.export(page(page, spaces));
                            case AttachmentResource _ -> {}
                            case ImageResource image -> throw noListingHas(image);
                        }
                    }));
        } catch (MissingCatalogException e) {
            pages.close();
            return Optional.empty();
        }
        pages.addSpaces(state.spaces());
        pages.addAncestors(state.ancestors());
        pages.addContainers(state.containers());
        pages.addHidden(state.archived());
        return Optional.of(new Listing(new Crawl(pages, held), state));
    }

    private static IllegalArgumentException noListingHas(ImageResource image) {
        return new IllegalArgumentException("no listing has images: " + image.key());
    }

    private static Page page(PageResource page, Map<String, Space> spaces) {
        return new Page(
                page.key().id(),
                Objects.requireNonNull(spaces.get(page.spaceKey()), "space of a listed page"),
                page.title(),
                page.parent() == null ? null : page.parent().id(),
                page.status(),
                version(page.version()),
                page.webUrl(),
                page.created(),
                page.posted(),
                null,
                null);
    }

    private static PageVersion version(ResourceVersion version) {
        return new PageVersion(version.number(), version.createdAt());
    }
}
