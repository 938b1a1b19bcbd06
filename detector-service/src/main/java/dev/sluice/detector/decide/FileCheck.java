package dev.sluice.detector.decide;

import dev.sluice.detector.manifest.EmbeddedImage;
import dev.sluice.detector.manifest.Known;
import dev.sluice.detector.manifest.Manifest.Confirmed;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.ImageResource;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.ResourceKind;
import dev.sluice.pipeline.RunRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares files with what the manifest says of them, on all cores: intact ones are unchanged, others are made anew.
 * Pictures that a page holds itself belong to its file.
 */
final class FileCheck {

    private final RunRef run;
    private final ExportedFiles files;
    private final List<Looked> looked = new ArrayList<>();

    FileCheck(RunRef run, ExportedFiles files) {
        this.run = run;
        this.files = files;
    }

    /** A resource, and what its file holds; null when it is not what it should. */
    private record Looked(
            Descriptor seen, Known known, @Nullable String checksum) {}

    void add(Descriptor seen, Known known) {
        looked.add(new Looked(seen, known, null));
    }

    /** The pages whose files are to be looked at. */
    List<ResourceKey> pages() {
        return looked.stream()
                .map(one -> one.seen().resource().key())
                .filter(key -> key.kind() != ResourceKind.ATTACHMENT)
                .toList();
    }

    /** Looks at the files; {@code embedded}: the pictures that pages hold themselves. */
    void run(Map<ResourceKey, List<EmbeddedImage>> embedded) {
        List<Looked> done = looked.parallelStream()
                .map(one -> new Looked(one.seen(), one.known(), find(one, embedded)))
                .toList();
        looked.clear();
        looked.addAll(done);
    }

    private @Nullable String find(Looked one, Map<ResourceKey, List<EmbeddedImage>> embedded) {
        boolean whole = embedded.getOrDefault(one.seen().resource().key(), List.of()).stream()
                .allMatch(this::isIntact);
        return whole ? find(one.known()) : null;
    }

    private boolean isIntact(EmbeddedImage image) {
        return files.sha256(run, image.path()).filter(image.checksum()::equals).isPresent();
    }

    private @Nullable String find(Known known) {
        Optional<String> found = files.sha256(run, known.path());
        // of what another program exported, nobody knows what its file should hold
        boolean anything = known.unverified() && known.checksum().isEmpty();
        return found.filter(checksum -> anything || checksum.equals(known.checksum()))
                .orElse(null);
    }

    /** Numbers of those whose files are as they should be. */
    IntStream intact() {
        return looked.stream()
                .filter(one -> one.checksum() != null)
                .mapToInt(one -> one.seen().seq());
    }

    /** Of the intact ones, those that the manifest was not sure of. */
    List<Confirmed> confirmed() {
        List<Confirmed> confirmed = new ArrayList<>();
        for (Looked one : looked) {
            String checksum = one.checksum();
            if (checksum != null && one.known().unverified()) {
                long size = files.size(run, one.known().path()).orElse(0L);
                confirmed.add(new Confirmed(one.seen().resource(), checksum, size));
            }
        }
        return confirmed;
    }

    /** What is to be done about the others: a page is rendered from its archived body, if that is intact. */
    List<Change> repairs() {
        return looked.stream()
                .filter(one -> one.checksum() == null)
                .map(FileCheck::repair)
                .toList();
    }

    private static Change repair(Looked one) {
        var before = Decisions.before(one.seen(), one.known());
        return switch (one.seen().resource()) {
            case PageResource ignored ->
                new Change.Reuse(one.seen(), ChangeReason.REPAIR, one.known().source(), before);
            case AttachmentResource ignored -> new Change.Fetch(one.seen(), ChangeReason.REPAIR, before);
            case ImageResource image -> throw new IllegalArgumentException("no listing has images: " + image.key());
        };
    }
}
