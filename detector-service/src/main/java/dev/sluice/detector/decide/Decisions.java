package dev.sluice.detector.decide;

import dev.sluice.detector.manifest.Known;
import dev.sluice.detector.manifest.Manifest;
import dev.sluice.markdown.MarkdownConverter;
import dev.sluice.markdown.MarkdownSettings;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.SeqRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Decides on whole batches, with one look into the manifest for each run in the batch. */
@ApplicationScoped
class Decisions {

    private final Manifest manifest;

    Decisions(Manifest manifest) {
        this.manifest = manifest;
    }

    /** What goes on, and one statement a run for all that is unchanged. */
    record Verdict(List<Change> changes, List<Outcome.Unchanged> unchanged) {}

    Verdict on(List<Descriptor> seen) {
        Verdict verdict = new Verdict(new ArrayList<>(), new ArrayList<>());
        seen.stream()
                .collect(Collectors.groupingBy(Descriptor::run, LinkedHashMap::new, Collectors.toList()))
                .forEach((run, descriptors) -> decide(run, descriptors, verdict));
        return verdict;
    }

    /** What the renderer will say of pages that it writes in this run. */
    private static String format(RunRef run) {
        return new MarkdownConverter(MarkdownSettings.options(run.markdownSettings())).fingerprint();
    }

    private void decide(RunRef run, List<Descriptor> descriptors, Verdict verdict) {
        Map<ResourceKey, Known> known = manifest.find(
                run.export(),
                descriptors.stream().map(seen -> seen.resource().key()).toList());
        ChangeDetector detector = new ChangeDetector(format(run));
        IntStream.Builder unchanged = IntStream.builder();
        for (Descriptor seen : descriptors) {
            switch (detector.decide(seen.resource(), known.get(seen.resource().key()))) {
                case Decision.Unchanged ignored -> unchanged.add(seen.seq());
                case Decision.Fetch fetch -> verdict.changes().add(new Change.Fetch(seen, fetch.reason()));
                case Decision.Reuse reuse ->
                    verdict.changes().add(new Change.Reuse(seen, reuse.reason(), reuse.held()));
            }
        }
        List<SeqRange> ranges = SeqRange.covering(unchanged.build());
        if (!ranges.isEmpty()) {
            verdict.unchanged().add(new Outcome.Unchanged(run, ranges));
        }
    }
}
