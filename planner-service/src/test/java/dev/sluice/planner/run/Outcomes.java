package dev.sluice.planner.run;

import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.Effect;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageImage;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.ResourceVersion;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.SeqRange;
import dev.sluice.pipeline.Stage;
import dev.sluice.pipeline.StoredCopy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What can become of the descriptors of one run. */
final class Outcomes {

    /** Bytes of every file that is stored. */
    static final long SIZE = 40;

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final RunRef run;

    Outcomes() {
        this(new RunRef(
                new RunId(UUID.randomUUID().toString()),
                new ExportId("x1"),
                "acme",
                "https://acme.example/wiki",
                "file:///srv/wiki"));
    }

    Outcomes(RunRef run) {
        this.run = run;
    }

    RunRef ref() {
        return run;
    }

    Outcome unchanged(SeqRange... seqs) {
        return new Outcome.Unchanged(run, List.of(seqs));
    }

    Outcome exported(int seq, ChangeReason reason, Effect effect) {
        Descriptor target = descriptor(seq);
        StoredCopy output = new StoredCopy(target.resource().path(), "00", SIZE);
        StoredCopy source = new StoredCopy(".sluice/raw/page/" + seq + ".xml", "11", 30);
        return new Outcome.Exported(target, reason, effect, output, source, "markdown-1", List.of(), null, NOON, null);
    }

    Outcome stored(int seq) {
        return exported(seq, ChangeReason.NEW, Effect.STORED);
    }

    /** A page with an image that is not fetched yet. */
    Outcome showing(int seq) {
        Outcome.Exported page = (Outcome.Exported) stored(seq);
        PageImage image = new PageImage(ResourceKey.image("https://img.example/a"), "https://img.example/a", null);
        return new Outcome.Exported(
                page.target(),
                page.reason(),
                page.effect(),
                page.output(),
                page.source(),
                page.format(),
                List.of(),
                null,
                NOON,
                List.of(image));
    }

    Outcome removed(int seq, boolean moved) {
        Descriptor target = descriptor(seq);
        return new Outcome.Removed(
                run, seq, target.resource().key(), target.resource().path(), moved);
    }

    Outcome inaccessible(int seq) {
        return new Outcome.Inaccessible(descriptor(seq));
    }

    /** A failure that trying again would not mend. */
    Outcome failed(int seq) {
        return failed(seq, FailureCategory.INTERNAL);
    }

    Outcome failed(int seq, FailureCategory category) {
        Descriptor target = descriptor(seq);
        return new Outcome.Failed(
                run, seq, target.resource().key(), target.resource().path(), Stage.FETCH, category, "No answer.");
    }

    private Descriptor descriptor(int seq) {
        PageResource page = new PageResource(
                ResourceKey.page("" + (seq + 1)),
                "ENG",
                "T" + seq,
                null,
                "current",
                new ResourceVersion(1, NOON),
                "ENG/T" + seq + ".md",
                "https://acme.example/wiki/" + seq,
                null,
                null);
        return new Descriptor(run, seq, page);
    }
}
