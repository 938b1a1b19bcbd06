package dev.sluice.planner.crawl;

import dev.sluice.pipeline.CatalogEntry;
import dev.sluice.pipeline.CatalogFormat;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.RunId;
import dev.sluice.store.ObjectStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Writes and reads the catalog of a run: immutable once it is complete, and the source of the run's descriptors. */
final class Catalogs {

    private final ObjectStore store;

    Catalogs(ObjectStore store) {
        this.store = store;
    }

    /** Numbers the resources from 0 and writes a file per space; the number of resources. */
    int write(RunId run, SortedMap<String, List<Resource>> bySpace) {
        AtomicInteger seq = new AtomicInteger();
        bySpace.forEach((space, resources) -> writeSpace(
                DestinationLayout.catalog(run) + fileName(space),
                resources.stream().map(resource -> new CatalogEntry(seq.getAndIncrement(), resource))));
        return seq.get();
    }

    /** Hands over every entry of the run, file by file. */
    void read(RunId run, Consumer<Stream<CatalogEntry>> reader) {
        for (String file : files(DestinationLayout.catalog(run))) {
            InputStream in = store.open(file).orElseThrow();
            try (Stream<CatalogEntry> entries = CatalogFormat.read(in)) {
                reader.accept(entries);
            }
        }
    }

    /** Removes the catalogs of other runs. */
    void keepOnly(RunId run) {
        files(DestinationLayout.HOME + "catalog/").stream()
                .filter(file -> !file.startsWith(DestinationLayout.catalog(run)))
                .forEach(store::delete);
    }

    private List<String> files(String prefix) {
        try (Stream<String> keys = store.list(prefix)) {
            return keys.sorted().toList();
        }
    }

    private void writeSpace(String key, Stream<CatalogEntry> entries) {
        try {
            Path spool = Files.createTempFile("sluice-catalog", ".jsonl");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(spool))) {
                    CatalogFormat.write(entries.iterator(), out);
                }
                try (InputStream in = Files.newInputStream(spool)) {
                    store.put(key, in);
                }
            } finally {
                Files.delete(spool);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Space keys may hold characters that object keys should not; hexadecimal keeps them apart. */
    private static String fileName(String spaceKey) {
        String name = spaceKey.matches("[A-Za-z0-9]+")
                ? spaceKey
                : "x" + java.util.HexFormat.of().formatHex(spaceKey.getBytes(StandardCharsets.UTF_8));
        return name + ".jsonl";
    }
}
