package dev.sluice.markdown.storage;

import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Other pages shown within this one: a link to them, so that one page's Markdown depends on that page alone. */
final class IncludeMacro implements MacroRenderer {

    @Override
    public Set<String> macros() {
        return Set.of(
                "include", "includeplus", "excerpt-include", "excerptinclude", "multiexcerpt-include", "include-page");
    }

    @Override
    public void render(Macro macro, RenderContext context) {
        context.standalone(macro, () -> show(macro, context));
    }

    private static void show(Macro macro, RenderContext context) {
        Optional<Element> page = macro.reference("").or(() -> macro.reference("page"));
        String title = macro.parameter("").isEmpty() ? macro.parameter("page") : macro.parameter("");
        page.or(() -> title.isEmpty() ? Optional.empty() : Optional.of(References.page(title)))
                .ifPresent(reference -> LinkRenderer.toReference(reference, context));
        MacroNotes.note(macro, context);
    }
}
