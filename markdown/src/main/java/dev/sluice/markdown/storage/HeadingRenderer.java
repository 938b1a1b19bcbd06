package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Inline;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Headings. What cannot be part of a heading line, such as a code block, follows it. */
final class HeadingRenderer implements ElementRenderer {

    @Override
    public Set<String> elements() {
        return Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    }

    @Override
    public void render(Element element, RenderContext context) {
        context.within(ImpliedEnds.Kind.HEADING, () -> heading(element, context));
    }

    private static void heading(Element element, RenderContext context) {
        RenderContext.Fragment fragment = context.fragment(element);
        ContentBuilder out = context.out();
        if (Lines.hasVisible(fragment.line())) {
            int level = element.normalName().charAt(1) - '0';
            out.block(new Block.Heading(level, fragment.line()));
        } else {
            fragment.line().stream()
                    .filter(inline -> inline instanceof Inline.Anchor)
                    .map(Inline.Anchor.class::cast)
                    .forEach(anchor -> out.anchor(anchor.name(), anchor.wanted()));
        }
        fragment.rest().forEach(out::block);
    }
}
