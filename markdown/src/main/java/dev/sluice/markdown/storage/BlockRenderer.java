package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Block.Alignment;
import dev.sluice.markdown.document.Mark;
import dev.sluice.markdown.document.Mark.Style;
import dev.sluice.markdown.storage.ImpliedEnds.Kind;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Paragraphs, quotations, rules, line breaks, and the containers that only keep their content apart.
 */
final class BlockRenderer implements ElementRenderer {

    @Override
    public Set<String> elements() {
        return Set.of(
                "p",
                "div",
                "section",
                "article",
                "header",
                "footer",
                "main",
                "aside",
                "nav",
                "figure",
                "center",
                "address",
                "fieldset",
                "form",
                "hgroup",
                "ac:layout",
                "ac:layout-section",
                "ac:layout-cell",
                "ac:rich-text-body",
                "ac:task-body",
                "blockquote",
                "hr",
                "br",
                "details",
                "summary",
                "dl",
                "dt",
                "dd",
                "figcaption",
                "legend");
    }

    @Override
    public void render(Element element, RenderContext context) {
        switch (element.normalName()) {
            case "br" -> {
                context.out().lineBreak();
                context.leave(element);
            }
            case "hr" -> {
                context.out().block(new Block.Rule());
                context.leave(element);
            }
            case "blockquote" -> quote(element, context);
            case "details" -> details(element, context);
            case "dt" -> context.within(Kind.DEFINITION, () -> styled(Style.STRONG, element, context));
            case "legend" -> styled(Style.STRONG, element, context);
            case "figcaption" -> styled(Style.EMPHASIS, element, context);
            case "dd" ->
                context.within(
                        Kind.DEFINITION,
                        () -> context.out().block(new Block.Listing(false, 1, List.of(item(element, context)))));
            case "p" ->
                context.within(
                        Kind.PARAGRAPH,
                        () -> context.out().paragraph(alignment(element), () -> context.children(element)));
            default -> context.out().paragraph(alignment(element), () -> context.children(element));
        }
    }

    private static void quote(Element element, RenderContext context) {
        List<Block> content = context.blocks(element);
        if (!content.isEmpty()) {
            context.out().block(new Block.Quote(content));
        }
    }

    private static Block.Item item(Element element, RenderContext context) {
        return new Block.Item(Block.Task.NONE, context.blocks(element));
    }

    private static void styled(Mark style, Element element, RenderContext context) {
        context.out().paragraph(Alignment.NONE, () -> context.out().marked(style, () -> context.children(element)));
    }

    private static void details(Element element, RenderContext context) {
        RenderContext.Fragment summary = Elements.child(element, "summary")
                .map(context::fragment)
                .orElse(new RenderContext.Fragment(List.of(), List.of()));
        List<Block> content = context.out()
                .collect(() -> context.each(element, child -> {
                    if (!child.normalName().equals("summary")) {
                        context.node(child);
                    }
                }));
        context.out().block(new Block.Details(summary.line(), content));
    }

    static Alignment alignment(Element element) {
        return switch (Elements.style(element, "text-align")) {
            case "center" -> Alignment.CENTER;
            case "right", "end" -> Alignment.RIGHT;
            case "left", "start" -> Alignment.LEFT;
            default -> element.normalName().equals("center") ? Alignment.CENTER : Alignment.NONE;
        };
    }
}
