package dev.sluice.markdown.storage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** The registry of all element and macro renderers. An element that has none is unwrapped: its content stays. */
final class Renderers {

    private final Map<String, ElementRenderer> byElement = new HashMap<>();

    private Renderers(List<ElementRenderer> renderers) {
        for (ElementRenderer renderer : renderers) {
            for (String element : renderer.elements()) {
                byElement.put(element, renderer);
            }
        }
    }

    static Renderers all() {
        return new Renderers(List.of(
                new BlockRenderer(),
                new HeadingRenderer(),
                new StyleRenderer(),
                new CodeElementRenderer(),
                new ListRenderer(),
                new TaskListRenderer(),
                new TableRenderer(),
                new LinkRenderer(),
                new ImageRenderer(),
                new EmojiRenderer(),
                new SmallElementRenderer(),
                new AdfRenderer(),
                new MacroElementRenderer(Macros.all())));
    }

    void render(Element element, RenderContext context) {
        ElementRenderer renderer = byElement.get(element.normalName());
        if (renderer == null) {
            context.children(element);
        } else {
            renderer.render(element, context);
        }
    }
}
