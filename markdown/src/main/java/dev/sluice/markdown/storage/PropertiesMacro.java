package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Mark.Style;
import dev.sluice.markdown.document.Marks;
import dev.sluice.markdown.document.PlainText;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Page properties: the table stays in the page, and its rows of two cells go to the front matter as well. */
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
        for (Block block : content) {
            if (block instanceof Block.Table table) {
                table.rows().forEach(row -> property(row.cells(), context));
            }
        }
        if (macro.isTrue("hidden")) {
            List<Inline> summary = List.of(new Inline.Text("Page properties", Marks.NONE.with(Style.EMPHASIS)));
            context.out().block(new Block.Details(summary, content));
        } else {
            content.forEach(context.out()::block);
        }
    }

    private static void property(List<Block.Cell> cells, RenderContext context) {
        if (cells.size() == 2) {
            String key = PlainText.ofBlocks(cells.get(0).content());
            if (!key.isEmpty()) {
                context.findings().property(key, PlainText.ofBlocks(cells.get(1).content()));
            }
        }
    }
}
