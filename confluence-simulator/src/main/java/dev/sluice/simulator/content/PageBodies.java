package dev.sluice.simulator.content;

import dev.sluice.simulator.Mode;
import dev.sluice.simulator.SiteShape;

/** Writes generated bodies in storage format: 3 to 10 kB of what people really write, the same for the same page. */
public final class PageBodies {

    private final SiteShape shape;
    private final Mode mode;
    private final PageTitles titles;
    private final AttachmentNames names;

    public PageBodies(SiteShape shape, Mode mode) {
        this.shape = shape;
        this.mode = mode;
        this.titles = new PageTitles(shape);
        this.names = new AttachmentNames(shape);
    }

    /**
     * The body of one edition of a page.
     *
     * @param spaceIndex number of the generated space the page was made in
     * @param ordinal place of the page in that space
     * @param spaceKey where the page is now: links to pages of other spaces name their space
     */
    public String write(int spaceIndex, int ordinal, int edition, String spaceKey) {
        Dice dice = Dice.of(shape.seed(), 31, spaceIndex, ordinal, edition);
        Inline inline = new Inline(dice, this, new Place(spaceIndex, ordinal, spaceKey));
        Blocks blocks = new Blocks(dice, inline);
        int length = 3_000 + dice.below(4_500);
        while (blocks.length() < length) {
            blocks.section(length);
        }
        return blocks.finish();
    }

    record Place(int spaceIndex, int ordinal, String spaceKey) {}

    SiteShape shape() {
        return shape;
    }

    Mode mode() {
        return mode;
    }

    PageTitles titles() {
        return titles;
    }

    AttachmentNames names() {
        return names;
    }
}
