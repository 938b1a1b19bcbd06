package dev.sluice.planner.crawl;

import dev.sluice.confluence.Attachment;
import dev.sluice.planner.path.IdOrder;
import java.util.Comparator;

/**
 * An attachment as a listing has it.
 *
 * @param spaceKey of its page
 * @param listing the listed page that brought it along; negative when it was listed by itself
 */
record ListedFile(String spaceKey, int listing, Attachment file) {

    /** Those of a page together. */
    static final Comparator<ListedFile> BY_PAGE = Comparator.comparing(ListedFile::spaceKey)
            .thenComparing(ListedFile::pageId, IdOrder.NUMERIC)
            .thenComparing(ListedFile::id, IdOrder.NUMERIC);

    String pageId() {
        return file.ref().pageId();
    }

    String id() {
        return file.ref().id();
    }
}
