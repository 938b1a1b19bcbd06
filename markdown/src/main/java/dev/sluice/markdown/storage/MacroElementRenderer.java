package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Macros: looks up the renderer by the macro's name; a macro without one goes to the {@link UnknownMacro}. */
final class MacroElementRenderer implements ElementRenderer {

    private final Map<String, MacroRenderer> byName = new HashMap<>();
    private final UnknownMacro unknown = new UnknownMacro();

    MacroElementRenderer(List<MacroRenderer> renderers) {
        for (MacroRenderer renderer : renderers) {
            for (String name : renderer.macros()) {
                byName.put(name, renderer);
            }
        }
    }

    @Override
    public Set<String> elements() {
        return Set.of("ac:structured-macro", "ac:macro");
    }

    @Override
    public void render(Element element, RenderContext context) {
        Macro macro = new Macro(element);
        MacroRenderer renderer = byName.get(macro.name());
        int before = context.out().traces();
        if (renderer == null) {
            unknown.render(macro, context);
        } else {
            renderer.render(macro, context);
        }
        macro.unexpectedRichBody().ifPresent(context::node);
        macro.unexpectedPlainBody().ifPresent(body -> context.out().block(new Block.CodeBlock("", "", body)));
        strayContent(element, context);
        if (context.out().traces() == before) {
            // An empty panel or column: the place and the parameters are all there is.
            MacroNotes.note(macro, context);
        }
    }

    /** Ill-formed storage may hold content beside parameters and body. */
    private static void strayContent(Element element, RenderContext context) {
        int bodies = 0;
        for (org.jsoup.nodes.Node child : element.childNodes()) {
            String name = child.normalName();
            boolean body = name.equals("ac:rich-text-body") || name.equals("ac:plain-text-body");
            if (body ? ++bodies > 1 : !name.equals("ac:parameter") && !name.equals("ac:default-parameter")) {
                context.node(child);
            }
        }
    }
}
