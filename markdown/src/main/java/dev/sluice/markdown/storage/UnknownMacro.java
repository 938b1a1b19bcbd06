package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The fallback for every macro without a renderer. Nothing is lost: name and parameters stay in a comment, files, pages
 * and addresses among the parameters become links, the body is rendered or, when it is plain text, kept as code.
 */
final class UnknownMacro {

    /** Elements that hold or are part of a line. */
    private static final Set<String> LINES = Set.of(
            "p", "span", "strong", "b", "em", "i", "u", "a", "sub", "sup", "small", "del", "s", "code", "br", "ac:link",
            "time");

    void render(Macro macro, RenderContext context) {
        context.findings().unhandled(macro.name().isEmpty() ? "(no name)" : macro.name());
        keep(macro, context);
    }

    /** Name and parameters, before the body when there is one and else where the macro stands. */
    static void mark(Macro macro, RenderContext context) {
        if (!isWithinLine(macro)
                && (macro.richBody().isPresent() || macro.plainBody().isPresent())) {
            context.out().block(new Block.Comment(MacroNotes.describe(macro)));
        } else {
            MacroNotes.note(macro, context);
        }
    }

    /** Comment, links and body. */
    static void keep(Macro macro, RenderContext context) {
        mark(macro, context);
        Optional<Element> rich = macro.richBody();
        Optional<String> plain = macro.plainBody();
        references(macro, context);
        rich.ifPresent(body -> body(macro, body, context));
        plain.ifPresent(body -> code(body, isWithinLine(macro), context));
    }

    /** A body within the line that the macro stands in, a paragraph between spaces, or as blocks of their own. */
    static void body(Macro macro, Element body, RenderContext context) {
        if (isWithinLine(macro)) {
            Element line = line(body).orElse(body);
            String gap = line.normalName().equals("p") ? " " : "";
            context.out().text(gap);
            context.children(line);
            context.out().text(gap);
        } else {
            context.node(body);
        }
    }

    /** Whether a macro is part of a line, as a footnote or what Confluence could not migrate is. */
    private static boolean isWithinLine(Macro macro) {
        boolean stated = macro.parameter("atlassian-macro-output-type").equalsIgnoreCase("INLINE");
        boolean code = macro.name().equals("unmigrated-inline-wiki-markup")
                && macro.plainBody().filter(body -> body.indexOf('\n') < 0).isPresent();
        Element parent = macro.element().parent();
        boolean within = parent != null && LINES.contains(parent.normalName());
        return stated
                || code
                || (within && macro.richBody().flatMap(UnknownMacro::line).isPresent());
    }

    /** The only paragraph of a body, or the body when it is a line itself. */
    private static Optional<Element> line(Element body) {
        List<Element> children = body.children();
        if (children.size() == 1 && children.getFirst().normalName().equals("p")) {
            return Optional.of(children.getFirst())
                    .filter(paragraph -> body.ownText().isBlank());
        }
        boolean line =
                children.stream().map(Element::normalName).allMatch(name -> LINES.contains(name) && !name.equals("p"));
        return line ? Optional.of(body) : Optional.empty();
    }

    private static void code(String body, boolean withinLine, RenderContext context) {
        if (withinLine) {
            context.out().coded(() -> context.out().text(body));
        } else {
            context.out().block(new Block.CodeBlock("", "", body));
        }
    }

    private static void references(Macro macro, RenderContext context) {
        for (Element parameter : macro.parameters().values()) {
            parameter.traverse((node, depth) -> {
                if (node instanceof Element element && isTarget(element)) {
                    LinkRenderer.toReference(element, context);
                    context.out().text(" ");
                }
            });
        }
    }

    private static boolean isTarget(Element element) {
        return switch (element.normalName()) {
            case "ri:page", "ri:blog-post" -> !isAttachment(element.parent());
            case "ri:attachment", "ri:url" -> true;
            default -> false;
        };
    }

    private static boolean isAttachment(@Nullable Element parent) {
        return parent != null && parent.normalName().equals("ri:attachment");
    }
}
