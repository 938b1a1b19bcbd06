package dev.sluice.markdown.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a page that stands on its own lines. */
public sealed interface Block {

    /** A run of inline content. */
    record Paragraph(List<Inline> content, Alignment alignment) implements Block {}

    /** Where a paragraph or a table column stands. */
    enum Alignment {
        NONE,
        LEFT,
        CENTER,
        RIGHT
    }

    /** A heading of level 1 to 6. */
    record Heading(int level, List<Inline> content) implements Block {}

    /**
     * Code, kept to the byte.
     *
     * @param language as the page names it; may be empty
     * @param note what else follows the language, such as the first line number; may be empty
     */
    record CodeBlock(String language, String note, String code) implements Block {}

    /** A quotation. */
    record Quote(List<Block> content) implements Block {}

    /** A coloured panel. {@code title} may be empty. */
    record Alert(AlertKind kind, List<Inline> title, List<Block> content) implements Block {}

    /** The five kinds that GitHub and Obsidian know, and a panel without a meaning of its own. */
    enum AlertKind {
        NOTE,
        TIP,
        IMPORTANT,
        WARNING,
        CAUTION
    }

    /** A list; {@code start} is the first number of an ordered one. */
    record Listing(boolean ordered, int start, List<Item> items) implements Block {}

    /** An entry of a list. */
    record Item(Task task, List<Block> content) {}

    /** Whether an entry is a task, and done. */
    enum Task {
        NONE,
        OPEN,
        DONE
    }

    /** A table; rows may be of different length. */
    record Table(List<Row> rows) implements Block {}

    /** A row of a table. */
    record Row(List<Cell> cells) {}

    /** A cell and how many columns and rows it covers. */
    record Cell(boolean header, int columns, int rows, CellStyle style, List<Block> content) {}

    /** How a cell looks. {@code background} is a CSS colour or empty. */
    record CellStyle(Alignment alignment, String background) {
        public static final CellStyle PLAIN = new CellStyle(Alignment.NONE, "");
    }

    /** A line across the page. */
    record Rule() implements Block {}

    /** Content that unfolds under a summary. */
    record Details(List<Inline> summary, List<Block> content) implements Block {}

    /** A note to the reader of the source, invisible when rendered. */
    record Comment(String text) implements Block {}

    /** The place of a table of contents; {@code zone} are the blocks whose headings it lists, null for the page. */
    record Contents(ContentsStyle style, @Nullable List<Block> zone) implements Block {}

    /**
     * What a table of contents lists and how.
     *
     * @param include pattern of the headings to list; empty for all
     * @param exclude pattern of the headings not to list; empty for none
     */
    record ContentsStyle(int minLevel, int maxLevel, boolean flat, boolean numbered, String include, String exclude) {}

    /** A TeX formula on its own lines. */
    record Formula(String tex) implements Block {}

    /** Markdown that the author of the page wrote as such. */
    record Markdown(String source) implements Block {}
}
