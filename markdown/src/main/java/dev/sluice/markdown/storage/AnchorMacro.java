package dev.sluice.markdown.storage;

import java.util.Set;

/** Named points that this and other pages may link to. */
final class AnchorMacro implements MacroRenderer {

    @Override
    public Set<String> macros() {
        return Set.of("anchor");
    }

    @Override
    public void render(Macro macro, RenderContext context) {
        String name = macro.parameter("");
        context.out().anchor(name.isEmpty() ? macro.parameter("anchor") : name, true);
    }
}
