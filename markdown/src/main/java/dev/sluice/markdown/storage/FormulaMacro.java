package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import java.util.Set;

/** TeX formulas. */
final class FormulaMacro implements MacroRenderer {

    private static final Set<String> INLINE = Set.of(
            "mathinline",
            "eazy-math-inline",
            "easy-math-inline",
            "mathjax-inline-macro",
            "latex-inline",
            "math-inline");

    @Override
    public Set<String> macros() {
        Set<String> macros = new java.util.HashSet<>(INLINE);
        macros.addAll(Set.of(
                "mathblock",
                "latex",
                "latex-formatting",
                "eazy-math-block",
                "easy-math-block",
                "mathjax-block-macro",
                "math-block",
                "latex-block"));
        return macros;
    }

    @Override
    public void render(Macro macro, RenderContext context) {
        String tex = macro.plainBody()
                .or(() -> macro.richBody().map(Elements::code))
                .filter(text -> !text.isBlank())
                .orElseGet(() -> macro.parameter("body").isEmpty() ? macro.parameter("") : macro.parameter("body"));
        if (tex.isBlank()) {
            MacroNotes.note(macro, context);
        } else if (INLINE.contains(macro.name())) {
            context.out().formula(tex.strip());
        } else {
            context.out().block(new Block.Formula(tex.strip()));
        }
    }
}
