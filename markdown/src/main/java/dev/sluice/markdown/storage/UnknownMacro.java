package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The fallback for every macro without a renderer. Nothing is lost: name and parameters stay in a comment, files, pages
 * and addresses among the parameters become links, the body is rendered or, when it is plain text, kept as code.
 */
final class UnknownMacro {

    void render(Macro macro, RenderContext context) {
        context.findings().unhandled(macro.name().isEmpty() ? "(no name)" : macro.name());
        keep(macro, context);
    }

    /** Name and parameters, before the body when there is one and else where the macro stands. */
    static void mark(Macro macro, RenderContext context) {
        boolean inline = macro.parameter("atlassian-macro-output-type").equalsIgnoreCase("INLINE");
        if (!inline
                && !isWithinLine(macro)
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
        rich.ifPresent(body -> context.node(body));
        plain.ifPresent(body -> code(body, isWithinLine(macro), context));
    }

    /** What Confluence could not migrate, it left within the line. */
    private static boolean isWithinLine(Macro macro) {
        return macro.name().equals("unmigrated-inline-wiki-markup")
                && macro.plainBody().filter(body -> body.indexOf('\n') < 0).isPresent();
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
