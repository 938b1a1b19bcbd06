package dev.sluice.markdown.storage;

import java.util.Set;

/** Renders some of Confluence's macros. */
interface MacroRenderer {

    /** Names as {@code ac:name} has them, in lower case. */
    Set<String> macros();

    void render(Macro macro, RenderContext context);
}
