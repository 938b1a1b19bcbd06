package dev.sluice.pipeline;

/**
 * Says that the bytes of a resource are at hand.
 *
 * @param bytes the storage body of a page, or the staged file of an attachment
 */
public record Content(Descriptor target, ChangeReason reason, StoredCopy bytes) implements Keyed {
    @Override
    public String recordKey() {
        return target.recordKey();
    }
}
