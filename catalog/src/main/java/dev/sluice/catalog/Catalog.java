package dev.sluice.catalog;

import dev.sluice.pipeline.CatalogEntry;
import dev.sluice.pipeline.CatalogFormat;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.Wire;
import dev.sluice.store.ObjectStore;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Everything that a run has listed: a file for each space, and an index that is written last. It is complete, and
 * immutable, once the index is there.
 */
public final class Catalog {

    private static final String INDEX = "index";

    private final ObjectStore store;
    private final RunId run;
    private final String prefix;

    public Catalog(ObjectStore store, RunId run) {
        this.store = store;
        this.run = run;
        this.prefix = DestinationLayout.catalog(run);
    }

    /** Numbers the resources from 0 in the order given, and writes them; gives their number. */
    public int write(SortedMap<String, List<Resource>> bySpace) {
        return write(bySpace.values().stream().flatMap(List::stream).iterator());
    }

    /** The same of any number of resources, those of a space one after another. */
    public int write(Iterator<Resource> bySpace) {
        SpaceBySpace spaces = new SpaceBySpace(bySpace);
        Set<String> files = new LinkedHashSet<>();
        while (spaces.hasNext()) {
            String file = fileName(spaces.spaceKey());
            if (!files.add(file)) {
                throw new IllegalArgumentException("resources of space %s come apart".formatted(spaces.spaceKey()));
            }
            writeSpace(prefix + file, spaces.entries());
        }
        byte[] index = Wire.encode(new CatalogIndex(spaces.count(), List.copyOf(files)));
        store.put(prefix + INDEX, new ByteArrayInputStream(index));
        return spaces.count();
    }

    /**
     * Hands over every entry, file by file, in constant memory. {@link MissingCatalogException} when there is no complete
     * catalog, or, after the last file, when entries were missing.
     */
    public void read(Consumer<Stream<CatalogEntry>> reader) {
        CatalogIndex index = index();
        long[] entries = {0};
        for (String file : index.files()) {
            InputStream in = store.open(prefix + file).orElseThrow(() -> new MissingCatalogException(run));
            try (Stream<CatalogEntry> some = CatalogFormat.read(in)) {
                reader.accept(some.peek(_ -> entries[0]++));
            }
        }
        if (entries[0] != index.resources()) {
            throw new MissingCatalogException(run, entries[0], index.resources());
        }
    }

    /** Whether it is complete and has not been removed: a run whose catalog is gone is superseded. */
    public boolean isThere() {
        return store.size(prefix + INDEX).isPresent();
    }

    /** Makes it count as missing: the run is over before its end. */
    public void withdraw() {
        store.delete(prefix + INDEX);
    }

    /** Removes the catalogs of other runs. */
    public void removeOthers() {
        try (Stream<String> keys = store.list(DestinationLayout.HOME + "catalog/")) {
            keys.filter(key -> !key.startsWith(prefix)).toList().forEach(store::delete);
        }
    }

    private CatalogIndex index() {
        try (InputStream in = store.open(prefix + INDEX).orElseThrow(() -> new MissingCatalogException(run))) {
            return Wire.decode(in.readAllBytes(), CatalogIndex.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void spool(Iterator<CatalogEntry> entries, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            CatalogFormat.write(entries, out);
        }
    }

    private void writeSpace(String key, Iterator<CatalogEntry> entries) {
        try {
            Path file = Files.createTempFile("sluice-catalog", ".jsonl");
            try {
                spool(entries, file);
                try (InputStream in = Files.newInputStream(file)) {
                    store.put(key, in);
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Space keys may hold characters that object keys should not; hexadecimal keeps them apart. */
    private static String fileName(String spaceKey) {
        String name = spaceKey.matches("[A-Za-z0-9]+")
                ? spaceKey
                : "x-" + HexFormat.of().formatHex(spaceKey.getBytes(StandardCharsets.UTF_8));
        return name + ".jsonl";
    }
}
