package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Marks;
import java.util.List;
import java.util.Set;

/** Content that unfolds. */
final class ExpandMacro implements MacroRenderer {

    /** What Confluence writes when the macro has no title. */
    private static final String USUAL_TITLE = "Click here to expand...";

    @Override
    public Set<String> macros() {
        return Set.of("expand", "ui-expand", "ui-expand-panel");
    }

    @Override
    public void render(Macro macro, RenderContext context) {
        String title = macro.parameter("title");
        List<Block> content = macro.richBody().map(context::blocks).orElse(List.of());
        context.out()
                .block(new Block.Details(
                        List.of(new Inline.Text(title.isEmpty() ? USUAL_TITLE : title, Marks.NONE)), content));
    }
}
