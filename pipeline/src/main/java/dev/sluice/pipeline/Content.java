package dev.sluice.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * Says that the bytes of a resource are at hand.
 *
 * @param bytes the storage body of a page, or the staged file of an attachment
 * @param before null in messages of older versions
 */
public record Content(
        Descriptor target,
        ChangeReason reason,
        StoredCopy bytes,
        @Nullable Before before) implements Keyed {

    /** The content of a resource whose file is not there yet. */
    public Content(Descriptor target, ChangeReason reason, StoredCopy bytes) {
        this(target, reason, bytes, Before.NOTHING);
    }

    @Override
    public String recordKey() {
        return target.recordKey();
    }
}
