package dev.sluice.detector;

import dev.sluice.catalog.Catalog;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.Effect;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageDetails;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Reference;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.ResourceVersion;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.RunMode;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.StoredCopy;
import dev.sluice.store.ObjectStore;
import dev.sluice.store.ObjectStores;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An export of its own in the database, and what can happen to it. */
public final class Scene {

    /** When the resources of the tests were made, and the first of them exported. */
    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    /** Of every file that is exported. */
    public static final String CHECKSUM = "0".repeat(64);

    private final ExportId export = new ExportId("x" + UUID.randomUUID());
    private final Path folder;

    public Scene(Path folder) {
        this.folder = folder;
    }

    public ExportId export() {
        return export;
    }

    /** A new run. */
    public RunRef run() {
        return run(RunMode.PLAIN);
    }

    /** The run with this number. */
    public RunRef run(int number) {
        return run(new RunMode(number, null, false, false));
    }

    /** A new run that is meant so. */
    public RunRef run(RunMode mode) {
        return run(Map.of(), mode.equals(RunMode.PLAIN) ? null : mode);
    }

    /** A new run that writes Markdown with these settings. */
    public RunRef run(Map<String, String> markdown) {
        return run(markdown, null);
    }

    private RunRef run(Map<String, String> markdown, @Nullable RunMode mode) {
        return new RunRef(
                new RunId(UUID.randomUUID().toString()),
                export,
                "acme",
                "https://acme.example/wiki",
                folder.toUri().toString().replaceAll("/$", ""),
                markdown,
                mode);
    }

    /** A new run that has listed these resources. */
    public RunRef runListing(Resource... resources) {
        return runListing(RunMode.PLAIN, resources);
    }

    /** A new run that is meant so and has listed these resources. */
    public RunRef runListing(RunMode mode, Resource... resources) {
        return listed(run(mode), resources);
    }

    /** A new run with these settings that has listed these resources. */
    public RunRef runListing(Map<String, String> settings, Resource... resources) {
        return listed(run(settings), resources);
    }

    private static RunRef listed(RunRef run, Resource... resources) {
        try (ObjectStore store = ObjectStores.open(URI.create(run.destination()), null)) {
            new Catalog(store, run.run()).write(new TreeMap<>(Map.of("ENG", List.of(resources))));
        }
        return run;
    }

    public static PageResource page(String id, String title) {
        return page(id, title, "ENG/" + title + ".md");
    }

    public static PageResource page(String id, String title, String path) {
        return new PageResource(
                ResourceKey.page(id),
                "ENG",
                title,
                null,
                "current",
                new ResourceVersion(1, NOON),
                path,
                "https://acme.example/wiki/" + id,
                null,
                null);
    }

    /** A page with labels. */
    public static PageResource labelled(String id, String title, String... labels) {
        PageResource page = page(id, title);
        return page.with(new PageDetails(null, List.of(labels), null));
    }

    /** A page right below another one. */
    public static PageResource child(String id, String title, String parent) {
        PageResource page = page(id, title);
        return new PageResource(
                page.key(),
                page.spaceKey(),
                page.title(),
                ResourceKey.page(parent),
                page.status(),
                page.version(),
                page.path(),
                page.webUrl(),
                null,
                null);
    }

    public static AttachmentResource attachment(String pageId, String id, String fileName) {
        return new AttachmentResource(
                ResourceKey.attachment(pageId, id),
                ResourceKey.page(pageId),
                "ENG",
                fileName,
                "image/png",
                "f-" + id,
                4,
                "/download/" + fileName,
                new ResourceVersion(1, NOON),
                "ENG/" + pageId + "/_attachments/" + fileName,
                null);
    }

    /** The outcome of exporting it, {@code seconds} after noon. */
    public static Outcome exported(RunRef run, int seq, Resource resource, int seconds, Reference... references) {
        StoredCopy output = new StoredCopy(resource.path(), CHECKSUM, 4);
        StoredCopy source = resource instanceof PageResource page
                ? new StoredCopy(DestinationLayout.rawBody(page.key()), "1".repeat(64), 3)
                : output;
        return new Outcome.Exported(
                new Descriptor(run, seq, resource),
                ChangeReason.NEW,
                Effect.STORED,
                output,
                source,
                resource instanceof PageResource ? "markdown-1" : "",
                List.of(references),
                null,
                NOON.plusSeconds(seconds),
                null);
    }

    public static Outcome removed(RunRef run, int seq, Resource resource, boolean moved) {
        return new Outcome.Removed(run, seq, resource.key(), resource.path(), moved);
    }

    public static Outcome inaccessible(RunRef run, int seq, Resource resource) {
        return new Outcome.Inaccessible(new Descriptor(run, seq, resource));
    }
}
