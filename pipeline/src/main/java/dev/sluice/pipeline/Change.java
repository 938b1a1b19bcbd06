package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the detector wants done about one descriptor. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Change.Fetch.class, name = "fetch"),
    @JsonSubTypes.Type(value = Change.Reuse.class, name = "reuse"),
    @JsonSubTypes.Type(value = Change.Remove.class, name = "remove")
})
public sealed interface Change extends Keyed {

    /** Download it. {@code before}: null in messages of older versions. */
    record Fetch(
            Descriptor target,
            ChangeReason reason,
            @Nullable Before before) implements Change {

        /** One whose file is not there yet. */
        public Fetch(Descriptor target, ChangeReason reason) {
            this(target, reason, Before.NOTHING);
        }

        @Override
        public String recordKey() {
            return target.recordKey();
        }
    }

    /**
     * Render or place it anew from bytes that are already held; download only when these are damaged or lost.
     *
     * @param before null in messages of older versions
     * @param shown pages whose archived bodies it shows; null when it shows none, or when that is not known
     */
    record Reuse(
            Descriptor target,
            ChangeReason reason,
            StoredCopy held,
            @Nullable Before before,
            @Nullable List<ResourceKey> shown)
            implements Change {
        public Reuse {
            shown = shown == null || shown.isEmpty() ? null : List.copyOf(shown);
        }

        /** One that shows nothing else, as far as is known. */
        public Reuse(Descriptor target, ChangeReason reason, StoredCopy held, @Nullable Before before) {
            this(target, reason, held, before, null);
        }

        /** One whose file is not there yet. */
        public Reuse(Descriptor target, ChangeReason reason, StoredCopy held) {
            this(target, reason, held, Before.NOTHING);
        }

        @Override
        public String recordKey() {
            return target.recordKey();
        }
    }

    /**
     * Remove a file that belongs to nothing any more.
     *
     * @param moved whether the resource lives on at another path, so that only its old file goes
     * @param pathTaken whether something else lies at the path now, so that the file stays
     * @param twin a path of something that lives on, equal but for case: on some file systems the same file; null when
     *     there is none
     * @param checksum of the file as it was exported; null when that is not known
     */
    record Remove(
            RunRef run,
            int seq,
            ResourceKey resource,
            String path,
            boolean moved,
            boolean pathTaken,
            @Nullable String twin,
            @Nullable String checksum)
            implements Change {
        @Override
        public String recordKey() {
            return resource.toString();
        }
    }
}
