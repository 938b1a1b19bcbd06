package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terminal statement about a descriptor; or, for {@link FollowUps}, {@link Unrecorded} and {@link SnapshotWritten}, the detector's
 * answer to a step of the run's end; or, for {@link Requested}, what the fetcher's work cost; or, for {@link Unreadable}, that
 * something was lost.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Unchanged.class, name = "unchanged"),
    @JsonSubTypes.Type(value = Outcome.Exported.class, name = "exported"),
    @JsonSubTypes.Type(value = Outcome.Removed.class, name = "removed"),
    @JsonSubTypes.Type(value = Outcome.Kept.class, name = "kept"),
    @JsonSubTypes.Type(value = Outcome.Skipped.class, name = "skipped"),
    @JsonSubTypes.Type(value = Outcome.Inaccessible.class, name = "inaccessible"),
    @JsonSubTypes.Type(value = Outcome.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = Outcome.Requested.class, name = "requested"),
    @JsonSubTypes.Type(value = Outcome.FollowUps.class, name = "follow-ups"),
    @JsonSubTypes.Type(value = Outcome.Unrecorded.class, name = "unrecorded"),
    @JsonSubTypes.Type(value = Outcome.Unreadable.class, name = "unreadable"),
    @JsonSubTypes.Type(value = Outcome.SnapshotWritten.class, name = "snapshot-written")
})
public sealed interface Outcome extends Keyed {

    RunRef run();

    /** Nothing to do for all of these: one message for a whole batch of descriptors. */
    record Unchanged(RunRef run, List<SeqRange> seqs) implements Outcome {
        public Unchanged {
            seqs = List.copyOf(seqs);
        }

        @Override
        public String recordKey() {
            return run.run().value();
        }
    }

    /**
     * The resource's file is in place and verified.
     *
     * @param output the file at its final path
     * @param source the archived storage body of a page; for an attachment the file itself
     * @param format fingerprint of the renderer and its options; empty for an attachment
     * @param references what rendering asked of the catalog
     * @param findings what rendering could not do; null when there is nothing to say
     * @param images that a page shows and that are no attachments; null when there are none
     * @param earlier how it was exported before; null when it was not, and in messages of older versions
     */
    record Exported(
            Descriptor target,
            ChangeReason reason,
            Effect effect,
            StoredCopy output,
            StoredCopy source,
            String format,
            List<Reference> references,
            @Nullable Findings findings,
            Instant at,
            @Nullable List<PageImage> images,
            @Nullable Earlier earlier)
            implements Outcome {
        public Exported {
            references = List.copyOf(references);
            images = images == null || images.isEmpty() ? null : List.copyOf(images);
        }

        /** One of which it is not known how it was exported before. */
        @SuppressWarnings("ParameterNumber") // the components of the record
        public Exported(
                Descriptor target,
                ChangeReason reason,
                Effect effect,
                StoredCopy output,
                StoredCopy source,
                String format,
                List<Reference> references,
                @Nullable Findings findings,
                Instant at,
                @Nullable List<PageImage> images) {
            this(target, reason, effect, output, source, format, references, findings, at, images, null);
        }

        /** The images that a page shows; empty when there are none. */
        public List<PageImage> shows() {
            return images == null ? List.of() : images;
        }

        @Override
        public RunRef run() {
            return target.run();
        }

        @Override
        public String recordKey() {
            return target.recordKey();
        }
    }

    /** The file is gone. {@code moved}: only the old file of a resource that lives on elsewhere. */
    record Removed(RunRef run, int seq, ResourceKey resource, String path, boolean moved) implements Outcome {
        @Override
        public String recordKey() {
            return resource.toString();
        }
    }

    /** The file would have been overwritten or removed, but someone edited it, and such files are left as they are. */
    record Kept(RunRef run, int seq, ResourceKey resource, String path) implements Outcome {
        @Override
        public String recordKey() {
            return resource.toString();
        }
    }

    /**
     * It is no part of the export, and that is no failure: an image that nobody gives out, a file that is not wanted.
     *
     * @param reason one sentence for people
     */
    record Skipped(RunRef run, int seq, ResourceKey resource, String path, String reason) implements Outcome {
        @Override
        public String recordKey() {
            return resource.toString();
        }
    }

    /** It was listed, but fetching it answered 403 or 404: it will be treated as removed. */
    record Inaccessible(Descriptor target) implements Outcome {
        @Override
        public RunRef run() {
            return target.run();
        }

        @Override
        public String recordKey() {
            return target.recordKey();
        }
    }

    /**
     * A stage gave up.
     *
     * @param message one sentence for people, without secrets or page content
     */
    record Failed(
            RunRef run,
            int seq,
            ResourceKey resource,
            String path,
            Stage stage,
            FailureCategory category,
            String message)
            implements Outcome {
        @Override
        public String recordKey() {
            return resource.toString();
        }
    }

    /**
     * Requests that the fetcher sent to Confluence, retries included.
     *
     * @param batch what the requests were for, so that a message delivered twice counts once
     */
    record Requested(RunRef run, String batch, long requests) implements Outcome {
        @Override
        public String recordKey() {
            return run.run().value();
        }
    }

    /**
     * How many further resources the comparison of manifest and catalog gave: pages to link anew, images to
     * fetch and files to remove. They are numbered on from the run's last descriptor.
     *
     * @param first the number of the first of them, had there been any: tells which comparison this answers
     * @param vanished resources of the manifest that the listing did not have
     * @param withheld of these, how many the guard kept from removal
     * @param again whether the comparison is to be made once more when they are settled; null when not
     */
    record FollowUps(
            RunRef run,
            @Nullable Integer first,
            int count,
            int vanished,
            int withheld,
            @Nullable Boolean again) implements Outcome {

        /** After which nothing more is to be compared. */
        public FollowUps(RunRef run, @Nullable Integer first, int count, int vanished, int withheld) {
            this(run, first, count, vanished, withheld, null);
        }

        /** Whether to compare once more. */
        @JsonIgnore
        public boolean isToRepeat() {
            return Boolean.TRUE.equals(again);
        }

        @Override
        public String recordKey() {
            return run.run().value();
        }
    }

    /**
     * The run cannot be closed: outcomes of it have not come to the manifest for a long time, or something else is in
     * the way.
     *
     * @param recorded how many have
     * @param expected how many there should be
     * @param obstacle what is in the way, in a sentence; null when outcomes are missing
     */
    record Unrecorded(
            RunRef run,
            int recorded,
            int expected,
            @Nullable String obstacle) implements Outcome {
        public Unrecorded(RunRef run, int recorded, int expected) {
            this(run, recorded, expected, null);
        }

        /** The run cannot be closed for another reason than missing outcomes. */
        public static Unrecorded because(RunRef run, String obstacle) {
            return new Unrecorded(run, 0, 0, obstacle);
        }

        @Override
        public String recordKey() {
            return run.run().value();
        }
    }

    /**
     * A message of the run could not be understood, not even as far as to say what it is about: the run cannot be
     * accounted for to its end.
     *
     * @param stage where that was found out
     */
    record Unreadable(RunRef run, Stage stage) implements Outcome {
        @Override
        public String recordKey() {
            return run.run().value();
        }
    }

    /**
     * The manifest's snapshot is in the destination, and what rendering found.
     *
     * @param unhandledMacroCount macros of the export that the renderer does not know; null when they are not counted
     * @param brokenLinkCount links of the export that lead nowhere; null when they are not counted
     */
    record SnapshotWritten(
            RunRef run,
            @Nullable Integer unhandledMacroCount,
            @Nullable Integer brokenLinkCount) implements Outcome {

        /** Without counts. */
        public SnapshotWritten(RunRef run) {
            this(run, null, null);
        }

        @Override
        public String recordKey() {
            return run.run().value();
        }
    }
}
