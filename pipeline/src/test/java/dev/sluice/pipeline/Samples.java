package dev.sluice.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A message of every type, with every field set, by the name of its golden file. */
final class Samples {

    private static final RunRef RUN = new RunRef(
            new RunId("0b9f6a52-7c1e-4e0c-9a55-3d3f1f6f2a11"),
            new ExportId("x1"),
            "acme",
            "https://acme.example/wiki",
            "file:///srv/wiki",
            Map.of("flavour", "obsidian"),
            new RunMode(12, Instant.parse("2026-02-03T00:00:00Z"), true, true));

    private static final RunRef VERIFYING = new RunRef(
            RUN.run(),
            RUN.export(),
            RUN.site(),
            RUN.siteUrl(),
            RUN.destination(),
            RUN.markdown(),
            new RunMode(13, null, false, false, true));

    private static final PageResource PAGE = new PageResource(
            ResourceKey.page("65601"),
            "ENG",
            "Zürich & \"Co\" 🚰",
            ResourceKey.page("65600"),
            "current",
            new ResourceVersion(7, Instant.parse("2026-01-31T23:59:59.123Z")),
            "ENG/Architecture/Zürich & _Co_ 🚰.md",
            "https://acme.example/wiki/spaces/ENG/pages/65601",
            List.of("Home", "Architecture"),
            Instant.parse("2025-12-31T00:00:00Z"));

    private static final PageResource DETAILED_PAGE = PAGE.with(new PageDetails(
            List.of(new Person("712020:ada", "Ada Lindqvist"), new Person("712020:bora", null)),
            List.of("runbook", "ops"),
            new CommentsRef(
                    ".sluice/catalog/0b9f6a52-7c1e-4e0c-9a55-3d3f1f6f2a11/comments-3.jsonl",
                    9_000_000_000L,
                    812,
                    "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae")));

    private static final AttachmentResource ATTACHMENT = new AttachmentResource(
            ResourceKey.attachment("65601", "att900"),
            ResourceKey.page("65601"),
            "ENG",
            "plan.pdf",
            "application/pdf",
            "3f2b8c1e",
            5_000_000_000L,
            "/download/attachments/65601/plan.pdf?version=2",
            new ResourceVersion(2, Instant.parse("2026-02-01T00:00:00Z")),
            "ENG/Architecture/Zürich/_attachments/plan.pdf",
            null);

    private static final PageResource POST = new PageResource(
            ResourceKey.blogPost("65700"),
            "ENG",
            "News",
            null,
            "current",
            new ResourceVersion(1, Instant.parse("2026-01-31T03:04:05.678Z")),
            "ENG/_blog/2026/01/31/News.md",
            "https://acme.atlassian.net/wiki/spaces/ENG/blog/2026/01/31/65700/News",
            null,
            Instant.parse("2026-01-31T03:04:05.678Z"),
            LocalDate.of(2026, 1, 31));
    private static final Descriptor DESCRIBED_PAGE = new Descriptor(RUN, 41, PAGE);
    private static final Descriptor DESCRIBED_DETAILS = new Descriptor(RUN, 41, DETAILED_PAGE);
    private static final Descriptor DESCRIBED_FILE = new Descriptor(RUN, 42, ATTACHMENT);
    private static final StoredCopy BODY = new StoredCopy(
            ".sluice/raw/page/01/65601.xml", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", 1234);
    private static final StoredCopy FILE = new StoredCopy(
            "ENG/Architecture/Zürich & _Co_ 🚰.md",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            0);
    private static final Before BEFORE = new Before("ENG/Old.md", List.of("9f86", "e3b0"));
    private static final ImageResource IMAGE = new ImageResource(
            ResourceKey.image("https://img.example/a.png?size=2"),
            "https://img.example/a.png?size=2",
            "_images/0f.png",
            "\"a1\"",
            "Sat, 31 Jan 2026 23:59:59 GMT");
    private static final ExportHeader HEADER = new ExportHeader(
            "https://acme.example/wiki",
            List.of(new ScopeRef("spaces", List.of("ENG", "OPS")), new ScopeRef("all-spaces", List.of())),
            Map.of("flavour", "obsidian"),
            ".confluence-dl/sync-manifest.json",
            Instant.parse("2026-02-03T00:00:00Z"),
            null,
            null);
    private static final ExportHeader LAID_OUT = new ExportHeader(
            "https://acme.example/wiki",
            List.of(new ScopeRef("all-spaces", List.of())),
            null,
            null,
            null,
            Map.of("page", "{space_key}/{page_id}.md"),
            null);

    /** One message. */
    record Sample(String name, Class<?> type, Object message) {
        @Override
        public String toString() {
            return name;
        }
    }

    private Samples() {}

    static List<Sample> all() {
        return Stream.concat(others().stream(), outcomes().stream()).toList();
    }

    private static List<Sample> others() {
        return List.of(
                new Sample("descriptor-page", Descriptor.class, DESCRIBED_PAGE),
                new Sample("descriptor-page-with-details", Descriptor.class, DESCRIBED_DETAILS),
                new Sample("descriptor-blog-post", Descriptor.class, new Descriptor(RUN, 44, POST)),
                new Sample("descriptor-attachment", Descriptor.class, DESCRIBED_FILE),
                new Sample("descriptor-image", Descriptor.class, new Descriptor(RUN, 46, IMAGE)),
                new Sample("change-fetch-showing", Change.class, fetchOfPageWithImages()),
                new Sample("change-fetch", Change.class, new Change.Fetch(DESCRIBED_PAGE, ChangeReason.FORCED, BEFORE)),
                new Sample(
                        "change-reuse",
                        Change.class,
                        new Change.Reuse(DESCRIBED_PAGE, ChangeReason.LINKS, BODY, BEFORE)),
                new Sample(
                        "change-reuse-showing",
                        Change.class,
                        new Change.Reuse(
                                DESCRIBED_PAGE, ChangeReason.LINKS, BODY, BEFORE, List.of(ResourceKey.page("65700")))),
                new Sample("run-planned-verifying", RunEvent.class, new RunEvent.Planned(VERIFYING, 45)),
                new Sample(
                        "change-remove",
                        Change.class,
                        new Change.Remove(
                                RUN, 43, ResourceKey.page("65602"), "ENG/Old.md", true, false, "ENG/old.md", "9f86")),
                new Sample("content", Content.class, new Content(DESCRIBED_PAGE, ChangeReason.VERSION, BODY, BEFORE)),
                new Sample("run-planned", RunEvent.class, new RunEvent.Planned(RUN, 45)),
                new Sample("run-closing", RunEvent.class, new RunEvent.Closing(RUN, 45, 4, true, false)),
                new Sample("run-sealing", RunEvent.class, new RunEvent.Sealing(RUN, 7, HEADER)),
                new Sample("run-ended", RunEvent.class, new RunEvent.Ended(RUN, true)),
                new Sample("catalog-entry", CatalogEntry.class, new CatalogEntry(42, ATTACHMENT)),
                new Sample("export-header", ExportHeader.class, HEADER),
                new Sample("export-header-laid-out", ExportHeader.class, LAID_OUT));
    }

    private static List<Sample> outcomes() {
        return List.of(
                new Sample(
                        "outcome-unchanged",
                        Outcome.class,
                        new Outcome.Unchanged(RUN, List.of(new SeqRange(0, 39), new SeqRange(44, 44)))),
                new Sample("outcome-exported", Outcome.class, exported()),
                new Sample(
                        "outcome-removed",
                        Outcome.class,
                        new Outcome.Removed(RUN, 43, ResourceKey.page("65602"), "ENG/Old.md", false)),
                new Sample(
                        "outcome-kept",
                        Outcome.class,
                        new Outcome.Kept(RUN, 43, ResourceKey.page("65602"), "ENG/Old.md")),
                new Sample("outcome-exported-images", Outcome.class, exportedWithImages()),
                new Sample("outcome-exported-again", Outcome.class, exportedAgain()),
                new Sample(
                        "outcome-skipped",
                        Outcome.class,
                        new Outcome.Skipped(RUN, 46, IMAGE.key(), "https://img.example/a.png", "It is no image.")),
                new Sample("outcome-follow-ups-again", Outcome.class, new Outcome.FollowUps(RUN, 45, 3, 25, 24, true)),
                new Sample("outcome-inaccessible", Outcome.class, new Outcome.Inaccessible(DESCRIBED_FILE)),
                new Sample("outcome-failed", Outcome.class, failed()),
                new Sample("outcome-requested", Outcome.class, new Outcome.Requested(RUN, "b-17", 12)),
                new Sample("outcome-follow-ups", Outcome.class, new Outcome.FollowUps(RUN, 45, 3, 25, 24)),
                new Sample("outcome-unrecorded", Outcome.class, new Outcome.Unrecorded(RUN, 3, 7)),
                new Sample("outcome-unreadable", Outcome.class, new Outcome.Unreadable(RUN, Stage.FETCH)),
                new Sample(
                        "outcome-unrecorded-obstacle",
                        Outcome.class,
                        Outcome.Unrecorded.because(RUN, "The catalog is gone.")),
                new Sample("outcome-snapshot-written", Outcome.class, new Outcome.SnapshotWritten(RUN, 2, 1)));
    }

    static PageResource page() {
        return PAGE;
    }

    static AttachmentResource attachment() {
        return ATTACHMENT;
    }

    private static Outcome.Exported exported() {
        return new Outcome.Exported(
                DESCRIBED_PAGE,
                ChangeReason.VERSION,
                Effect.STORED,
                FILE,
                BODY,
                "markdown-1",
                List.of(new Reference("title:ENG/Design", "ENG/Architecture/Design.md"), new Reference("id:99", null)),
                new Findings(Map.of("frobnicate", 2), List.of("attachment gone.png")),
                Instant.parse("2026-02-03T04:05:06.789012Z"),
                null);
    }

    private static Outcome.Exported exportedAgain() {
        return new Outcome.Exported(
                DESCRIBED_FILE,
                ChangeReason.VERSION,
                Effect.STORED,
                FILE,
                FILE,
                "",
                List.of(),
                null,
                Instant.parse("2026-02-03T04:05:06.789012Z"),
                null,
                new Earlier("ENG/old.pdf", new ResourceVersion(1, Instant.parse("2026-01-31T00:00:00Z"))));
    }

    private static Change.Fetch fetchOfPageWithImages() {
        Before before = BEFORE.showing(Map.of("image:0f", "_images/0f.png"))
                .of(new ResourceVersion(6, Instant.parse("2026-01-31T00:00:00Z")));
        return new Change.Fetch(DESCRIBED_PAGE, ChangeReason.VERSION, before);
    }

    private static Outcome.Exported exportedWithImages() {
        return new Outcome.Exported(
                DESCRIBED_PAGE,
                ChangeReason.VERSION,
                Effect.STORED,
                FILE,
                BODY,
                "markdown-1",
                List.of(new Reference("image:0f", null)),
                null,
                Instant.parse("2026-02-03T04:05:06.789012Z"),
                List.of(
                        new PageImage(ResourceKey.parse("image:0f"), "https://img.example/a.png", null),
                        new PageImage(
                                ResourceKey.parse("image:1e"), null, new StoredCopy("_images/1e.png", "1e", 70))));
    }

    private static Outcome.Failed failed() {
        return new Outcome.Failed(
                RUN,
                42,
                ResourceKey.attachment("65601", "att900"),
                "ENG/Architecture/Zürich/_attachments/plan.pdf",
                Stage.FETCH,
                FailureCategory.UNAVAILABLE,
                "It does not arrive whole.");
    }
}
