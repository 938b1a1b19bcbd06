package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the detector wants done about one descriptor. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Change.Fetch.class, name = "fetch"),
    @JsonSubTypes.Type(value = Change.Reuse.class, name = "reuse"),
    @JsonSubTypes.Type(value = Change.Remove.class, name = "remove")
})
public sealed interface Change extends Keyed {

    /** Download it. */
    record Fetch(Descriptor target, ChangeReason reason) implements Change {
        @Override
        public String recordKey() {
            return target.recordKey();
        }
    }

    /** Render or place it anew from bytes that are already held; download only when these are damaged or lost. */
    record Reuse(Descriptor target, ChangeReason reason, StoredCopy held) implements Change {
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
     */
    record Remove(RunRef run, int seq, ResourceKey resource, String path, boolean moved, boolean pathTaken)
            implements Change {
        @Override
        public String recordKey() {
            return resource.toString();
        }
    }
}
