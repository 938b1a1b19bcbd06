package dev.sluice.markdown.writing;

import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Marks;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The headings and anchors of a page, and what the links within the page resolve to. Most pages ask nothing of their
 * outline, so it is made when the first question comes.
 */
final class Outline {

    /** A heading in the order of the page. */
    record Entry(Block.Heading heading, String text, String slug) {
        int level() {
            return heading.level();
        }
    }

    /** What a link to a place of this page leads to: the id of an anchor, or a heading. */
    record Place(String id, Optional<Entry> heading) {}

    private final String title;
    private final Block.@Nullable Heading first;
    private final List<Block> blocks;
    private @Nullable OutlineIndex index;

    /** {@code titleHeading}: whether the title is written as the first heading and so takes the first slug. */
    Outline(String title, boolean titleHeading, List<Block> blocks) {
        this.title = title;
        this.first = titleHeading && !title.isBlank()
                ? new Block.Heading(1, List.of(new Inline.Text(title, Marks.NONE)))
                : null;
        this.blocks = blocks;
    }

    private OutlineIndex index() {
        OutlineIndex made = index;
        if (made == null) {
            made = OutlineIndex.of(title, first, blocks);
            index = made;
        }
        return made;
    }

    /** The title, when it is written as the first heading. */
    Optional<Block.Heading> first() {
        return Optional.ofNullable(first);
    }

    /** The headings of the zone, or of the page when it is null. */
    List<Entry> entries(@Nullable List<Block> zone) {
        if (zone == null) {
            return index().entries();
        }
        return OutlineIndex.of("", null, zone).entries().stream()
                .flatMap(entry -> entry(entry.heading()).stream())
                .toList();
    }

    Optional<Entry> entry(Block.Heading heading) {
        return index().entry(heading);
    }

    /** Finds the anchor or heading that Confluence means by a name. */
    Optional<Place> find(String name) {
        return index().find(name);
    }

    /** An anchor's name as an HTML id, which has no white space. */
    static String id(String name) {
        return Chars.joined(name.strip(), '-');
    }
}
