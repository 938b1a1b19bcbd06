package dev.sluice.fetcher.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.confluence.Attachment;
import dev.sluice.confluence.Page;
import dev.sluice.confluence.ScriptedConfluence;
import dev.sluice.confluence.Space;
import dev.sluice.confluence.sites.ScriptedSites;
import dev.sluice.fetcher.web.WebServer;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.ResourceVersion;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.StoredCopy;
import dev.sluice.store.LocalStores;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/** A site, a folder to export it to, and a fetcher between the two. */
final class FetchScene {

    private final ScriptedConfluence confluence = new ScriptedConfluence();
    private final Space space = confluence.space("1", "ENG");
    private final Fetcher fetcher = new Fetcher(
            new ScriptedSites(Map.of("acme", confluence)),
            new LocalStores(),
            WebServer.trustingImages(),
            new Settings(),
            Clock.systemUTC());
    private final RunRef run;

    FetchScene(Path folder) {
        this(folder, "acme");
    }

    FetchScene(Path folder, String site) {
        this.run = new RunRef(
                new RunId(UUID.randomUUID().toString()),
                new ExportId("x1"),
                site,
                "https://acme.example/wiki",
                folder.toUri().toString().replaceAll("/$", ""));
    }

    Fetcher fetcher() {
        return fetcher;
    }

    ScriptedConfluence confluence() {
        return confluence;
    }

    RunRef run() {
        return run;
    }

    Instant noon() {
        return ScriptedConfluence.NOON;
    }

    /** A page that the site has. */
    PageResource page(String id) {
        Page page = confluence.page(space, id, null, "Page " + id);
        return new PageResource(
                ResourceKey.page(id),
                "ENG",
                page.title(),
                null,
                "current",
                new ResourceVersion(1, noon()),
                "ENG/" + id + ".md",
                page.webUrl(),
                null,
                null);
    }

    /** A blog post that the site has. */
    PageResource blogPost(String id) {
        Page post = confluence.blogPost(space, id, LocalDate.of(2026, 1, 31), "Post " + id);
        return new PageResource(
                ResourceKey.blogPost(id),
                "ENG",
                post.title(),
                null,
                "current",
                new ResourceVersion(1, noon()),
                "ENG/_blog/2026/01/31/" + id + ".md",
                post.webUrl(),
                null,
                null,
                post.postedOn());
    }

    /** An attachment that the site has. */
    AttachmentResource attachment(String pageId, String id, String content) {
        Attachment file = confluence.attachment(pageId, id, id + ".txt", content);
        return new AttachmentResource(
                ResourceKey.attachment(pageId, id),
                ResourceKey.page(pageId),
                "ENG",
                file.ref().fileName(),
                file.mediaType(),
                file.fileId(),
                file.ref().size(),
                file.ref().downloadLink(),
                new ResourceVersion(1, noon()),
                "ENG/" + pageId + "/_attachments/" + id + ".txt",
                null);
    }

    Change.Fetch fetch(int seq, Resource resource) {
        return new Change.Fetch(new Descriptor(run, seq, resource), ChangeReason.VERSION);
    }

    Change.Reuse reuse(int seq, Resource resource, StoredCopy held) {
        return new Change.Reuse(new Descriptor(run, seq, resource), ChangeReason.MOVED, held);
    }

    /** What a store says of this content under this key. */
    StoredCopy stored(String key, String content) {
        try {
            byte[] bytes = content.getBytes(UTF_8);
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new StoredCopy(key, HexFormat.of().formatHex(sum), bytes.length);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    record Settings() implements FetcherConfig {
        @Override
        public int batchesAtOnce() {
            return 2;
        }

        @Override
        public int bodyBatches() {
            return 2;
        }

        @Override
        public boolean sitesApart() {
            return true;
        }
    }
}
