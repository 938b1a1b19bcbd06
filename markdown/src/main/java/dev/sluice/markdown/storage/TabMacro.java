package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Mark.Style;
import dev.sluice.markdown.document.Marks;
import java.util.List;
import java.util.Set;

/** Tabs and cards one after the other, each under its title in bold. */
final class TabMacro implements MacroRenderer {

    @Override
    public Set<String> macros() {
        return Set.of("localtab", "ui-tab", "card", "tab", "tab-pane", "ui-step", "ui-children");
    }

    @Override
    public void render(Macro macro, RenderContext context) {
        String title = macro.parameter("title").isEmpty() ? macro.parameter("label") : macro.parameter("title");
        if (!title.isEmpty()) {
            context.out().block(paragraph(title));
        }
        macro.richBody().ifPresent(context::node);
    }

    private static Block paragraph(String title) {
        return new Block.Paragraph(
                List.of(new Inline.Text(title, Marks.NONE.with(Style.STRONG))), Block.Alignment.NONE);
    }
}
