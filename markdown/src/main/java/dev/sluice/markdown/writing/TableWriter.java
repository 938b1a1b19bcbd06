package dev.sluice.markdown.writing;

import dev.sluice.markdown.Flavour;
import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Block.Alignment;
import dev.sluice.markdown.document.Block.Cell;
import dev.sluice.markdown.document.Block.Row;
import dev.sluice.markdown.document.Block.Table;
import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Mark;
import dev.sluice.markdown.document.Mark.Style;
import dev.sluice.markdown.document.Marks;
import dev.sluice.markdown.writing.InlineWriter.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes a table as GFM when every cell is text, and as HTML otherwise. */
final class TableWriter {

    private final Flavour flavour;
    private final InlineWriter inlines;
    private final HtmlWriter html;

    TableWriter(Flavour flavour, InlineWriter inlines, HtmlWriter html) {
        this.flavour = flavour;
        this.inlines = inlines;
        this.html = html;
    }

    String write(Table table) {
        return flavour != Flavour.COMMONMARK && fits(table) ? rows(table) : html.table(table);
    }

    private static boolean fits(Table table) {
        for (Row row : table.rows()) {
            for (Cell cell : row.cells()) {
                if (!fits(cell)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean fits(Cell cell) {
        for (Block block : cell.content()) {
            if (!(block instanceof Block.Paragraph) && !(block instanceof Block.Comment)) {
                return false;
            }
        }
        return cell.columns() == 1 && cell.rows() == 1;
    }

    private String rows(Table table) {
        List<Row> rows = table.rows();
        int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        // Pandoc drops headings of a table that has nothing else.
        boolean headings = flavour != Flavour.PANDOC || rows.size() > 1;
        boolean headed = headings && rows.getFirst().cells().stream().allMatch(Cell::header);
        StringBuilder out = new StringBuilder();
        List<Cell> header = headed ? rows.getFirst().cells() : List.of();
        row(out, header, columns, true);
        out.append("\n|");
        for (Alignment alignment : alignments(headed ? rows.subList(1, rows.size()) : rows, columns)) {
            out.append(
                    switch (alignment) {
                        case NONE -> " --- |";
                        case LEFT -> " :-- |";
                        case CENTER -> " :-: |";
                        case RIGHT -> " --: |";
                    });
        }
        for (Row row : headed ? rows.subList(1, rows.size()) : rows) {
            out.append('\n');
            row(out, row.cells(), 1, false);
        }
        return out.toString();
    }

    private void row(StringBuilder out, List<Cell> cells, int atLeast, boolean header) {
        out.append('|');
        for (int i = 0; i < Math.max(cells.size(), atLeast); i++) {
            String text = i < cells.size() ? inlines.write(line(cells.get(i), header), Place.CELL) : "";
            out.append(' ').append(text).append(text.isEmpty() ? "|" : " |");
        }
    }

    /** The paragraphs of a cell on one line. A heading cell in a body row is bold, for GFM has no other form. */
    private static List<Inline> line(Cell cell, boolean headerRow) {
        boolean plain = !cell.header() || headerRow;
        if (plain
                && cell.style().background().isEmpty()
                && cell.content().size() == 1
                && cell.content().getFirst() instanceof Block.Paragraph paragraph) {
            return paragraph.content();
        }
        List<Inline> line = new ArrayList<>();
        for (Block block : cell.content()) {
            if (block instanceof Block.Comment comment) {
                line.add(new Inline.Comment(comment.text(), Marks.NONE));
            } else if (block instanceof Block.Paragraph paragraph) {
                if (line.stream().anyMatch(Inline::visible)) {
                    line.add(new Inline.Break(Marks.NONE));
                }
                line.addAll(paragraph.content());
            }
        }
        if (!plain) {
            line = marked(line, Style.STRONG);
        }
        String background = cell.style().background();
        if (background.isEmpty()) {
            return line;
        }
        if (line.isEmpty()) {
            line.add(new Inline.Text("", Marks.NONE));
        }
        return marked(line, new Mark.Background(background));
    }

    private static List<Inline> marked(List<Inline> line, Mark mark) {
        List<Inline> marked = new ArrayList<>(line.size());
        for (Inline inline : line) {
            Marks marks = inline.marks().inside(mark);
            marked.add(
                    switch (inline) {
                        case Inline.Text text -> new Inline.Text(text.text(), marks);
                        case Inline.Code code -> new Inline.Code(code.code(), marks);
                        case Inline.Break _ -> new Inline.Break(marks);
                        case Inline.Image image ->
                            new Inline.Image(image.source(), image.alt(), image.title(), image.frame(), marks);
                        case Inline.Anchor anchor -> new Inline.Anchor(anchor.name(), anchor.wanted(), marks);
                        case Inline.Comment comment -> new Inline.Comment(comment.text(), marks);
                        case Inline.Formula formula -> new Inline.Formula(formula.tex(), marks);
                    });
        }
        return marked;
    }

    /** A column is aligned when all its cells that say anything say the same. */
    private static List<Alignment> alignments(List<Row> rows, int columns) {
        List<Alignment> alignments = new ArrayList<>(Collections.nCopies(columns, Alignment.NONE));
        boolean[] seen = new boolean[columns];
        for (Row row : rows) {
            for (int column = 0; column < row.cells().size(); column++) {
                Cell cell = row.cells().get(column);
                if (!cell.content().isEmpty()) {
                    Alignment alignment = cell.style().alignment();
                    alignments.set(
                            column, !seen[column] || alignments.get(column) == alignment ? alignment : Alignment.NONE);
                    seen[column] = true;
                }
            }
        }
        return alignments;
    }
}
