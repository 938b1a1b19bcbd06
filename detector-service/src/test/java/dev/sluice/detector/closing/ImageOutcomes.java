package dev.sluice.detector.closing;

import static dev.sluice.detector.Scene.NOON;

import dev.sluice.detector.Scene;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.Effect;
import dev.sluice.pipeline.ImageResource;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageImage;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Reference;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.StoredCopy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can become of an image, and of pages that show it. */
final class ImageOutcomes {

    static final String URL = "https://img.example/a.png";
    static final ResourceKey KEY = ResourceKey.image(URL);
    static final String PATH = "_images/" + KEY.id() + ".png";

    private ImageOutcomes() {}

    static Outcome showing(RunRef run, int seq, PageResource page, @Nullable String answer) {
        return exported(run, seq, page, new Reference(KEY.toString(), answer), new PageImage(KEY, URL, null));
    }

    static Outcome exported(RunRef run, int seq, PageResource page, Reference reference, PageImage image) {
        return exported(run, seq, page, ChangeReason.VERSION, List.of(reference), List.of(image));
    }

    static Outcome relinked(RunRef run, int seq, PageResource page) {
        return exported(
                run,
                seq,
                page,
                ChangeReason.LINKS,
                List.of(new Reference(KEY.toString(), PATH)),
                List.of(new PageImage(KEY, URL, null)));
    }

    @SuppressWarnings("ParameterNumber") // what pages differ in
    private static Outcome exported(
            RunRef run,
            int seq,
            PageResource page,
            ChangeReason reason,
            List<Reference> references,
            List<PageImage> images) {
        return new Outcome.Exported(
                new Descriptor(run, seq, page),
                reason,
                Effect.STORED,
                new StoredCopy(page.path(), Scene.CHECKSUM, 4),
                new StoredCopy(DestinationLayout.rawBody(page.key()), "1".repeat(64), 3),
                "markdown-1",
                references,
                null,
                NOON.plusSeconds(seq),
                images);
    }

    static Outcome stored(RunRef run, int seq) {
        ImageResource image = new ImageResource(KEY, URL, PATH, "\"e1\"", null);
        StoredCopy file = new StoredCopy(PATH, Scene.CHECKSUM, 4);
        return new Outcome.Exported(
                new Descriptor(run, seq, image),
                ChangeReason.NEW,
                Effect.STORED,
                file,
                file,
                "",
                List.of(),
                null,
                NOON.plusSeconds(seq),
                null);
    }
}
