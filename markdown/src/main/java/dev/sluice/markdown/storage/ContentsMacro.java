package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Block.ContentsStyle;
import java.util.List;
import java.util.Set;

/** Tables of contents: a real list of links to the headings of the page. */
final class ContentsMacro implements MacroRenderer {

    @Override
    public Set<String> macros() {
        return Set.of("toc", "toc-zone");
    }

    @Override
    public void render(Macro macro, RenderContext context) {
        List<Block> zone = macro.richBody().map(context::blocks).orElse(null);
        Block contents = new Block.Contents(
                new ContentsStyle(
                        Math.clamp(macro.number("minLevel", 1), 1, 6),
                        Math.clamp(macro.number("maxLevel", 7), 1, 6),
                        macro.parameter("type").equalsIgnoreCase("flat"),
                        macro.isTrue("outline"),
                        macro.parameter("include"),
                        macro.parameter("exclude")),
                zone);
        boolean after = macro.parameter("location").equalsIgnoreCase("bottom");
        if (!after) {
            context.out().block(contents);
        }
        if (zone != null) {
            zone.forEach(context.out()::block);
        }
        if (after) {
            context.out().block(contents);
        }
    }
}
