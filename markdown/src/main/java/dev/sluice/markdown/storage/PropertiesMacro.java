package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Mark.Style;
import dev.sluice.markdown.document.Marks;
import dev.sluice.markdown.document.PlainText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Page properties: the table stays in the page, and its names and values go to the front matter as well. */
final class PropertiesMacro implements MacroRenderer {

    @Override
    public Set<String> macros() {
        return Set.of("details");
    }

    @Override
    public void render(Macro macro, RenderContext context) {
        Element body = macro.richBody().orElse(null);
        if (body == null) {
            return;
        }
        List<Block> content = context.blocks(body);
        if (!context.isIncluded()) {
            of(content).forEach((name, value) -> context.findings().property(name, PlainText.ofBlocks(value)));
        }
        if (macro.isTrue("hidden")) {
            List<Inline> summary = List.of(new Inline.Text("Page properties", Marks.NONE.with(Style.EMPHASIS)));
            context.out().block(new Block.Details(summary, content));
        } else {
            content.forEach(context.out()::block);
        }
    }

    /** Names and values: of rows of two cells, or of a row of headings above a row of values. */
    static Map<String, List<Block>> of(List<Block> content) {
        Map<String, List<Block>> properties = new LinkedHashMap<>();
        for (Block block : content) {
            if (block instanceof Block.Table table) {
                read(table.rows(), properties);
            }
        }
        return properties;
    }

    private static void read(List<Block.Row> rows, Map<String, List<Block>> properties) {
        List<Block.Cell> first = rows.getFirst().cells();
        boolean across = rows.size() == 2
                && first.stream().allMatch(Block.Cell::header)
                && rows.getLast().cells().stream().noneMatch(Block.Cell::header);
        if (across) {
            List<Block.Cell> values = rows.getLast().cells();
            for (int i = 0; i < Math.min(first.size(), values.size()); i++) {
                put(first.get(i), values.get(i), properties);
            }
            return;
        }
        for (Block.Row row : rows) {
            if (row.cells().size() == 2) {
                put(row.cells().getFirst(), row.cells().getLast(), properties);
            }
        }
    }

    private static void put(Block.Cell name, Block.Cell value, Map<String, List<Block>> properties) {
        String key = PlainText.ofBlocks(name.content());
        if (!key.isEmpty()) {
            properties.putIfAbsent(key, value.content());
        }
    }
}
