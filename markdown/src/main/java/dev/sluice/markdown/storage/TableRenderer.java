package dev.sluice.markdown.storage;

import dev.sluice.markdown.MarkdownOptions.Feature;
import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Block.Alignment;
import dev.sluice.markdown.document.Block.Cell;
import dev.sluice.markdown.document.Block.CellStyle;
import dev.sluice.markdown.document.Block.Row;
import dev.sluice.markdown.document.Block.Table;
import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Marks;
import dev.sluice.markdown.storage.ImpliedEnds.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Tables. Content that stands in a table but in no cell, such as a caption, comes before it. */
final class TableRenderer implements ElementRenderer {

    private static final int WIDEST_SPAN = 1000;

    /** How many elements around a cell may have its colour: a few, unless ends of cells are missing. */
    private static final int FARTHEST_ROW = 50;

    private static final Set<String> NO_BACKGROUND =
            Set.of("", "#ffffff", "#fff", "white", "transparent", "none", "inherit", "initial", "unset");

    /** The greys that the editors give every heading cell. */
    private static final Set<String> HEADING_BACKGROUNDS =
            Set.of("#f4f5f7", "#f0f0f0", "#f0f1f2", "grey", "var(--ds-background-accent-gray-subtlest, #f1f2f4)");

    @Override
    public Set<String> elements() {
        return Set.of("table", "thead", "tbody", "tfoot", "tr", "td", "th", "colgroup", "col");
    }

    @Override
    public void render(Element element, RenderContext context) {
        switch (element.normalName()) {
            case "colgroup", "col" -> context.children(element);
            case "table" -> table(element, element.attr("data-number-column").equals("true"), context);
            default -> stray(element, context);
        }
    }

    /** Rows and cells without a table around them. */
    private static void stray(Element element, RenderContext context) {
        List<Row> rows = new ArrayList<>();
        List<Block> outside = context.out().collect(() -> part(element, rows, context));
        emit(outside, rows, context);
    }

    private static void emit(List<Block> outside, List<Row> rows, RenderContext context) {
        outside.forEach(context.out()::block);
        List<Row> reduced = Spans.reduced(rows);
        if (!reduced.isEmpty()) {
            context.out().block(new Table(reduced));
        }
    }

    private static void table(Element element, boolean numbered, RenderContext context) {
        List<Row> rows = new ArrayList<>();
        List<Block> outside = context.out().collect(() -> context.styled(element, () -> rows(element, rows, context)));
        boolean stored = !numbered || element.selectFirst(".numberingColumn") != null;
        emit(outside, stored ? rows : numbered(rows), context);
    }

    private static void rows(Element table, List<Row> rows, RenderContext context) {
        context.each(table, node -> {
            if (node instanceof Element child && isPart(child)) {
                part(child, rows, context);
            } else if (node.normalName().equals("col") || node.normalName().equals("colgroup")) {
                context.leave(node);
            } else {
                context.node(node);
            }
        });
    }

    private static boolean isPart(Element element) {
        return switch (element.normalName()) {
            case "thead", "tbody", "tfoot", "tr", "td", "th" -> true;
            default -> false;
        };
    }

    private static void part(Element part, List<Row> rows, RenderContext context) {
        switch (part.normalName()) {
            case "tr" -> row(part, rows, context);
            case "td", "th" -> {
                List<Cell> cells = new ArrayList<>();
                cell(part, cells, context);
                rows.add(new Row(cells));
            }
            default -> context.within(Kind.ROWS, () -> context.styled(part, () -> rows(part, rows, context)));
        }
    }

    private static void row(Element tr, List<Row> rows, RenderContext context) {
        List<Cell> cells = new ArrayList<>();
        context.within(
                Kind.ROW,
                () -> context.styled(
                        tr,
                        () -> context.each(tr, node -> {
                            if (node.normalName().equals("td")
                                    || node.normalName().equals("th")) {
                                cell((Element) node, cells, context);
                            } else {
                                context.node(node);
                            }
                        })));
        rows.add(new Row(cells));
    }

    private static void cell(Element element, List<Cell> cells, RenderContext context) {
        context.within(Kind.CELL, () -> cells.add(cell(element, context)));
    }

    private static Cell cell(Element element, RenderContext context) {
        boolean header = element.normalName().equals("th");
        Alignment alignment = BlockRenderer.alignment(element);
        Element first = element.firstElementChild();
        if (alignment == Alignment.NONE && first != null) {
            alignment = BlockRenderer.alignment(first);
        }
        String background = context.options().has(Feature.HIGHLIGHTS) ? background(element) : "";
        return new Cell(
                header,
                span(element, "colspan"),
                span(element, "rowspan"),
                new CellStyle(alignment, background),
                context.blocks(element));
    }

    /** Old editors named the colour in a class; rows and tables may have one for all their cells. */
    private static String background(Element cell) {
        String colour = cell.attr("data-highlight-colour").strip();
        colour = colour.isEmpty() ? Styles.background(cell) : colour;
        colour = colour.isEmpty() ? cell.attr("bgcolor").strip() : colour;
        colour = colour.isEmpty() ? highlight(cell.className()) : colour;
        colour = colour.isEmpty() ? backgroundAround(cell) : colour;
        String name = colour.toLowerCase(Locale.ROOT);
        boolean usual = cell.normalName().equals("th") && HEADING_BACKGROUNDS.contains(name);
        return usual || NO_BACKGROUND.contains(name) ? "" : colour;
    }

    /** The colour of the row, rows or table. Where ends of cells are missing, other cells are around this one as well. */
    private static String backgroundAround(Element cell) {
        String colour = "";
        Element around = cell.parent();
        int left = FARTHEST_ROW;
        while (colour.isEmpty() && left-- > 0 && around != null && Styles.isTablePart(around)) {
            boolean beside =
                    around.normalName().equals("td") || around.normalName().equals("th");
            colour = beside || !around.hasAttr("style") ? "" : Styles.background(around);
            around = around.parent();
        }
        return colour;
    }

    private static String highlight(String classes) {
        int at = classes.indexOf("highlight-");
        return at < 0 ? "" : classes.substring(at + "highlight-".length()).split("\\s", 2)[0];
    }

    private static int span(Element cell, String attribute) {
        String value = cell.attr(attribute).strip();
        if (value.isEmpty() || value.length() > 4 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 1;
        }
        return Math.clamp(Integer.parseInt(value), 1, WIDEST_SPAN);
    }

    /** The numbers of a number column are shown by Confluence but not stored. */
    private static List<Row> numbered(List<Row> rows) {
        List<Row> numbered = new ArrayList<>();
        int number = 0;
        for (Row row : Spans.reduced(rows)) {
            boolean header = row.cells().stream().allMatch(Cell::header);
            String text = header ? "" : Integer.toString(++number);
            List<Cell> cells = new ArrayList<>();
            cells.add(new Cell(header, 1, 1, CellStyle.PLAIN, text.isEmpty() ? List.of() : List.of(paragraph(text))));
            cells.addAll(row.cells());
            numbered.add(new Row(cells));
        }
        return numbered;
    }

    private static Block paragraph(String text) {
        return new Block.Paragraph(List.of(new Inline.Text(text, Marks.NONE)), Alignment.NONE);
    }
}
