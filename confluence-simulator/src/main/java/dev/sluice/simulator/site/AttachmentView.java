package dev.sluice.simulator.site;

import dev.sluice.simulator.content.BinaryContent;
import dev.sluice.simulator.content.Dice;
import java.util.UUID;

/**
 * An attachment as it was when it was asked for.
 *
 * @param id number without the {@code att} in front
 * @param pageId of the page or blog post it is attached to
 * @param container what it is attached to
 * @param createdAt time of this version, milliseconds since 1970
 * @param storedAt time of its bytes, which a rename does not change
 */
public record AttachmentView(
        long id,
        long pageId,
        ContentKind container,
        String fileName,
        String mediaType,
        ContentStatus status,
        int version,
        long createdAt,
        long storedAt,
        BinaryContent content)
        implements Sortable {

    @Override
    public long modifiedAt() {
        return createdAt;
    }

    @Override
    public String title() {
        return fileName;
    }

    /** The id the REST APIs show. */
    public String key() {
        return "att" + id;
    }

    /** Identity of the bytes: another one for every upload. */
    public String fileId() {
        return new UUID(Dice.mix(id), Dice.mix(storedAt ^ (id << 20))).toString();
    }
}
