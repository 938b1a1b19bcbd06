package dev.sluice.detector.decide;

import dev.sluice.detector.manifest.Known;
import dev.sluice.detector.manifest.Manifest;
import dev.sluice.markdown.MarkdownConverter;
import dev.sluice.markdown.MarkdownSettings;
import dev.sluice.pipeline.AttachmentFilter;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.Before;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.SeqRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Decides on whole batches, with one look into the manifest for each run in the batch. */
@ApplicationScoped
public class Decisions {

    private final Manifest manifest;
    private final ExportedFiles files;

    /** Decisions by this manifest, and where it does not suffice, by these files. */
    public Decisions(Manifest manifest, ExportedFiles files) {
        this.manifest = manifest;
        this.files = files;
    }

    /** What goes on, one statement a run for all that is unchanged, and what the export does not take. */
    public record Verdict(List<Change> changes, List<Outcome.Unchanged> unchanged, List<Outcome.Skipped> skipped) {}

    /** The verdict on the descriptors of one or more runs. */
    public Verdict on(List<Descriptor> seen) {
        Verdict verdict = new Verdict(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        seen.stream()
                .collect(Collectors.groupingBy(Descriptor::run, LinkedHashMap::new, Collectors.toList()))
                .forEach((run, descriptors) -> decide(run, taken(run, descriptors, verdict), verdict));
        return verdict;
    }

    /** Without what the export does not take, which is skipped. */
    private static List<Descriptor> taken(RunRef run, List<Descriptor> descriptors, Verdict verdict) {
        AttachmentFilter filter = AttachmentFilter.of(run.markdownSettings());
        List<Descriptor> taken = new ArrayList<>(descriptors.size());
        for (Descriptor seen : descriptors) {
            Resource resource = seen.resource();
            filter.refusal(resource)
                    .ifPresentOrElse(
                            reason -> verdict.skipped()
                                    .add(new Outcome.Skipped(run, seen.seq(), resource.key(), resource.path(), reason)),
                            () -> taken.add(seen));
        }
        return taken;
    }

    /** What the renderer will say of pages that it writes in this run. */
    public static String format(RunRef run) {
        return new MarkdownConverter(MarkdownSettings.options(run.markdownSettings())).fingerprint();
    }

    private void decide(RunRef run, List<Descriptor> descriptors, Verdict verdict) {
        Map<ResourceKey, Known> known = manifest.find(
                run.export(),
                descriptors.stream().map(seen -> seen.resource().key()).toList());
        ChangeDetector detector = new ChangeDetector(format(run));
        IntStream.Builder unchanged = IntStream.builder();
        List<Change> changes = new ArrayList<>();
        FileCheck check = new FileCheck(run, files);
        for (Descriptor seen : descriptors) {
            Known entry = known.get(seen.resource().key());
            switch (detector.decide(seen.resource(), entry, run.meant())) {
                case Decision.Unchanged ignored -> unchanged.add(seen.seq());
                case Decision.Unverified ignored -> check.add(seen, Objects.requireNonNull(entry));
                case Decision.Fetch fetch ->
                    changes.add(new Change.Fetch(holding(seen, entry), fetch.reason(), before(seen, entry)));
                case Decision.Reuse reuse ->
                    changes.add(
                            new Change.Reuse(holding(seen, entry), reuse.reason(), reuse.held(), before(seen, entry)));
            }
        }
        check.run(manifest.embedded(run.export(), check.pages()));
        check.intact().forEach(unchanged::add);
        changes.addAll(check.repairs());
        manifest.confirm(run.export(), check.confirmed());
        List<Change> showing = withImages(run, changes);
        verdict.changes().addAll(run.meant().preserveLocalEdits() ? withNeighbours(run, showing) : showing);
        List<SeqRange> ranges = SeqRange.covering(unchanged.build());
        if (!ranges.isEmpty()) {
            verdict.unchanged().add(new Outcome.Unchanged(run, ranges));
        }
    }

    /** An attachment with what is held of it: the site can be asked for other bytes only. */
    private static Descriptor holding(Descriptor listed, @Nullable Known entry) {
        return entry != null && !listed.run().meant().fetchAll() && listed.resource() instanceof AttachmentResource file
                ? listed.with(file.holding(entry.heldOf(file)))
                : listed;
    }

    static Before before(Descriptor seen, @Nullable Known entry) {
        if (entry == null) {
            return Before.NOTHING;
        }
        boolean stays = entry.path().equals(seen.resource().path());
        return new Before(entry.path(), stays ? List.of(entry.checksum()) : List.of()).of(entry.version());
    }

    /** Pages that were exported before are told where the images lie that they showed. */
    private List<Change> withImages(RunRef run, List<Change> changes) {
        List<ResourceKey> pages = changes.stream()
                .filter(change -> target(change) instanceof PageResource && path(before(change)) != null)
                .map(change -> target(change).key())
                .toList();
        if (pages.isEmpty()) {
            return changes;
        }
        Map<ResourceKey, Map<String, String>> images = manifest.images(run.export(), pages);
        return images.isEmpty()
                ? changes
                : changes.stream()
                        .map(change -> with(
                                change,
                                before(change)
                                        .showing(images.getOrDefault(
                                                target(change).key(), Map.of()))))
                        .toList();
    }

    private static Before before(Change change) {
        Before before = switch (change) {
            case Change.Fetch fetch -> fetch.before();
            case Change.Reuse reuse -> reuse.before();
            case Change.Remove ignored -> null;
        };
        return before == null ? Before.NOTHING : before;
    }

    private static Change with(Change change, Before before) {
        return switch (change) {
            case Change.Fetch fetch -> new Change.Fetch(fetch.target(), fetch.reason(), before);
            case Change.Reuse reuse ->
                new Change.Reuse(reuse.target(), reuse.reason(), reuse.held(), before, reuse.shown());
            case Change.Remove remove -> remove;
        };
    }

    /** At the new path of one resource may still lie the file of another: that is nobody's edit. */
    private List<Change> withNeighbours(RunRef run, List<Change> changes) {
        Map<String, List<String>> files = manifest.checksums(
                run.export(),
                changes.stream().map(Decisions::target).map(Resource::path).toList());
        return changes.stream()
                .map(change ->
                        withNeighbours(change, files.getOrDefault(target(change).path(), List.of())))
                .toList();
    }

    private static Resource target(Change change) {
        return switch (change) {
            case Change.Fetch fetch -> fetch.target().resource();
            case Change.Reuse reuse -> reuse.target().resource();
            case Change.Remove remove -> throw new IllegalStateException("no decision removes: " + remove);
        };
    }

    private static Change withNeighbours(Change change, List<String> checksums) {
        return with(change, before(change).holding(checksums));
    }

    private static @Nullable String path(Before before) {
        return before.path();
    }
}
