package dev.sluice.simulator.site;

import dev.sluice.simulator.SiteShape;
import dev.sluice.simulator.content.AttachmentNames;
import dev.sluice.simulator.content.Dice;
import dev.sluice.simulator.content.GeneratedBytes;
import dev.sluice.simulator.content.PageTitles;
import dev.sluice.simulator.content.People;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills a store with the spaces, pages and attachments of its shape. */
public final class SiteGenerator {

    private final SiteStore store;
    private final SiteShape shape;
    private final PageTitles titles;
    private final AttachmentNames names;

    private SiteGenerator(SiteStore store) {
        this.store = store;
        this.shape = store.shape;
        this.titles = new PageTitles(shape);
        this.names = new AttachmentNames(shape);
    }

    public static void fill(SiteStore store) {
        SiteGenerator generator = new SiteGenerator(store);
        store.writing(() -> {
            for (int index = 0; index < store.shape.spaces(); index++) {
                generator.addSpace(index);
            }
            return store;
        });
    }

    private void addSpace(int index) {
        SpaceState space = new SpaceState(
                store.nextSpaceId(), PageTitles.spaceKey(index), PageTitles.spaceName(index), store.clock.tick());
        store.spaces.put(space.id, space);
        store.spacesByKey.put(space.key, space);
        List<PageState> made = new ArrayList<>(shape.pagesPerSpace());
        int[] depths = new int[shape.pagesPerSpace()];
        for (int ordinal = 0; ordinal < shape.pagesPerSpace(); ordinal++) {
            int parent = parentOf(index, ordinal, depths);
            depths[ordinal] = parent < 0 ? 0 : depths[parent] + 1;
            made.add(addPage(space, index, ordinal, parent < 0 ? null : made.get(parent)));
        }
        space.homepageId = made.getFirst().id;
        for (int post = 0; post < shape.blogPostsPerSpace(); post++) {
            int ordinal = shape.pagesPerSpace() + post;
            PageState added = new PageState(ContentKind.BLOG_POST, store.nextPageId(), space, store.clock.tick());
            write(added, index, ordinal);
        }
    }

    /** Place of the parent among the pages made so far, or -1 for the home page and a few others at the top. */
    private int parentOf(int spaceIndex, int ordinal, int[] depths) {
        Dice dice = Dice.of(shape.seed(), 41, spaceIndex, ordinal);
        if (ordinal == 0 || shape.maxDepth() == 0 || dice.chance(1)) {
            return -1;
        }
        if (dice.chance(25) && depths[ordinal - 1] < shape.maxDepth()) {
            return ordinal - 1;
        }
        int parent = dice.below(ordinal);
        while (depths[parent] >= shape.maxDepth()) {
            parent = dice.below(parent);
        }
        return parent;
    }

    private PageState addPage(SpaceState space, int spaceIndex, int ordinal, @Nullable PageState parent) {
        PageState page = new PageState(ContentKind.PAGE, store.nextPageId(), space, store.clock.tick());
        page.hangUnder(parent);
        return write(page, spaceIndex, ordinal);
    }

    private PageState write(PageState page, int spaceIndex, int ordinal) {
        Dice dice = Dice.of(shape.seed(), 42, spaceIndex, ordinal);
        int versions = dice.chance(60) ? 1 : 2 + dice.below(3);
        String title = titles.title(spaceIndex, ordinal);
        page.creator = Math.floorMod(Dice.mix(page.createdAt), People.COUNT);
        for (int edition = 1; edition <= versions; edition++) {
            long at = edition == 1 ? page.createdAt : store.clock.tick();
            Body body = new Body.Generated(spaceIndex, ordinal, edition);
            page.revisions.add(new Revision(at, title, body, "", dice.below(People.COUNT)));
        }
        store.pages.put(page.id, page);
        page.space.pages.put(page.id, page);
        page.space.titles.put(page.claim(title), page);
        if (shape.attachmentsPerPage() > 0) {
            page.attachments = new ArrayList<>(shape.attachmentsPerPage());
        }
        for (int index = 0; index < shape.attachmentsPerPage(); index++) {
            addAttachment(page, names.name(spaceIndex, ordinal, index), dice);
        }
        return page;
    }

    private void addAttachment(PageState page, String fileName, Dice dice) {
        AttachmentState attachment = new AttachmentState(store.nextAttachmentId(), page, fileName);
        boolean png = AttachmentNames.mediaType(fileName).equals("image/png");
        int versions = dice.chance(90) ? 1 : 2;
        for (int edition = 1; edition <= versions; edition++) {
            long seed = Dice.of(shape.seed(), 43, attachment.id, edition).nextLong();
            GeneratedBytes content = new GeneratedBytes(seed, names.size(attachment.id, edition), png);
            attachment.uploads.add(new AttachmentState.Upload(store.clock.tick(), content));
        }
        page.attachments.add(attachment);
        store.attachments.put(attachment.id, attachment);
    }
}
