package dev.sluice.renderer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.catalog.Catalog;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.ResourceVersion;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.RunMode;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.StoredCopy;
import dev.sluice.store.ObjectStore;
import dev.sluice.store.ObjectStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A folder in which a run has listed resources and staged their bytes. */
public final class RenderScene {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Path folder;
    private final RunRef run;

    public RenderScene(Path folder) {
        this(folder, Map.of(), RunMode.PLAIN);
    }

    /** {@code markdown}: settings of the run. */
    public RenderScene(Path folder, Map<String, String> markdown) {
        this(folder, markdown, RunMode.PLAIN);
    }

    public RenderScene(Path folder, RunMode mode) {
        this(folder, Map.of(), mode);
    }

    private RenderScene(Path folder, Map<String, String> markdown, RunMode mode) {
        this.folder = folder;
        this.run = new RunRef(
                new RunId(UUID.randomUUID().toString()),
                new ExportId("x1"),
                "acme",
                "https://acme.example/wiki",
                folder.toUri().toString().replaceAll("/$", ""),
                markdown,
                mode);
    }

    public RunRef run() {
        return run;
    }

    public static PageResource page(String id, String title) {
        return page(id, title, null);
    }

    /** {@code parent}: id of the page above it; null at the top. */
    public static PageResource page(String id, String title, @Nullable String parent) {
        return new PageResource(
                ResourceKey.page(id),
                "ENG",
                title,
                parent == null ? null : ResourceKey.page(parent),
                "current",
                new ResourceVersion(1, NOON),
                "ENG/" + title + ".md",
                "https://acme.example/wiki/" + id,
                null,
                null);
    }

    /** A blog post of the last day of January. */
    public static PageResource blogPost(String id, String title) {
        return new PageResource(
                ResourceKey.blogPost(id),
                "ENG",
                title,
                null,
                "current",
                new ResourceVersion(1, NOON),
                "ENG/_blog/2026/01/31/" + title + ".md",
                "https://acme.example/wiki/spaces/ENG/blog/2026/01/31/" + id,
                null,
                NOON,
                LocalDate.of(2026, 1, 31));
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

    /** Writes the run's catalog. */
    public void listed(Resource... resources) {
        try (ObjectStore store = ObjectStores.open(URI.create(run.destination()), null)) {
            new Catalog(store, run.run()).write(new TreeMap<>(Map.of("ENG", List.of(resources))));
        }
    }

    /** A page whose body is archived. */
    public Content content(PageResource page, ChangeReason reason, String body) {
        return new Content(new Descriptor(run, 0, page), reason, write(DestinationLayout.rawBody(page.key()), body));
    }

    /** An attachment whose bytes are staged. */
    public Content content(AttachmentResource file, ChangeReason reason, String bytes) {
        return new Content(
                new Descriptor(run, 1, file),
                reason,
                write(DestinationLayout.staging(run.run()) + file.attachmentId() + "-1", bytes));
    }

    public StoredCopy write(String key, String content) {
        try {
            byte[] bytes = content.getBytes(UTF_8);
            Files.write(made(key), bytes);
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new StoredCopy(key, HexFormat.of().formatHex(sum), bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private Path made(String key) throws IOException {
        Path file = folder.resolve(key);
        Files.createDirectories(file.getParent());
        return file;
    }
}
