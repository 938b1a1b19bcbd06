package dev.sluice.markdown.storage;

import dev.sluice.markdown.LinkTarget;
import dev.sluice.markdown.PageNode;
import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Block.Cell;
import dev.sluice.markdown.document.Block.CellStyle;
import dev.sluice.markdown.document.Block.Row;
import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Mark;
import dev.sluice.markdown.document.Marks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The page properties of all pages with a label, as a table, when the resolver knows the pages and their bodies. */
final class PropertiesReportMacro implements MacroRenderer {

    private static final int MOST_PAGES = 1_000;
    private static final Set<String> SOURCES = Set.of("details");

    @Override
    public Set<String> macros() {
        return Set.of("detailssummary");
    }

    /** A line of the report: a page and its properties by name. */
    private record Line(PageNode page, Map<String, List<Block>> properties) {}

    @Override
    public void render(Macro macro, RenderContext context) {
        List<Line> lines = new ArrayList<>();
        for (PageNode page : PageListMacro.labelled(macro, context).stream()
                .limit(MOST_PAGES)
                .toList()) {
            properties(macro, page, context).ifPresent(found -> lines.add(new Line(page, found)));
        }
        UnknownMacro.keep(macro, context);
        if (!lines.isEmpty()) {
            context.out().block(table(macro, lines, context));
        }
    }

    private static Optional<Map<String, List<Block>>> properties(Macro macro, PageNode page, RenderContext context) {
        if (!(page.target() instanceof LinkTarget.InExport(String path))) {
            return Optional.empty();
        }
        String id = macro.parameter("id");
        return context.included(path, "", page.title()).map(body -> {
            Map<String, List<Block>> properties = new LinkedHashMap<>();
            for (Macro details : Elements.macros(body.document(), SOURCES)) {
                if (id.isEmpty() || id.equals(details.parameter("id"))) {
                    details.richBody()
                            .map(body.context()::blocks)
                            .map(PropertiesMacro::of)
                            .ifPresent(found -> found.forEach(properties::putIfAbsent));
                }
            }
            return properties;
        });
    }

    private static Block table(Macro macro, List<Line> lines, RenderContext context) {
        Set<String> names = new LinkedHashSet<>();
        for (String heading : macro.parameter("headings").split(",", -1)) {
            names.add(heading.strip());
        }
        names.remove("");
        if (names.isEmpty()) {
            lines.forEach(line -> names.addAll(line.properties().keySet()));
        }
        String first = macro.parameter("firstcolumn");
        List<Cell> header = new ArrayList<>();
        header.add(cell(true, text(first.isEmpty() ? "Title" : first, Marks.NONE)));
        names.forEach(name -> header.add(cell(true, text(name, Marks.NONE))));
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(header));
        for (Line line : lines) {
            Mark link = new Mark.Link(
                    context.destinations()
                            .ofPage(line.page().target(), line.page().title()),
                    "");
            List<Cell> cells = new ArrayList<>();
            cells.add(cell(false, text(line.page().title(), Marks.NONE.with(link))));
            names.forEach(name -> cells.add(cell(false, line.properties().getOrDefault(name, List.of()))));
            rows.add(new Row(cells));
        }
        return new Block.Table(rows);
    }

    private static Cell cell(boolean header, List<Block> content) {
        return new Cell(header, 1, 1, CellStyle.PLAIN, content);
    }

    private static List<Block> text(String text, Marks marks) {
        return List.of(new Block.Paragraph(List.of(new Inline.Text(text, marks)), Block.Alignment.NONE));
    }
}
