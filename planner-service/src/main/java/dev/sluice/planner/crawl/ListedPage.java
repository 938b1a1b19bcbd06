package dev.sluice.planner.crawl;

import dev.sluice.confluence.Page;
import dev.sluice.planner.path.IdOrder;
import java.util.Comparator;

/** A page as a listing has it; {@code listing}: higher than that of what was listed before. */
record ListedPage(int listing, Page page) {

    static final Comparator<ListedPage> BY_SPACE = Comparator.comparing(ListedPage::spaceKey)
            .thenComparing(listed -> listed.page().id(), IdOrder.NUMERIC);

    private String spaceKey() {
        return page.space().key();
    }
}
