package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Code within a line, and {@code <pre>}. */
final class CodeElementRenderer implements ElementRenderer {

    private static final Set<String> PLAIN = Set.of(
            "br",
            "span",
            "code",
            "b",
            "i",
            "u",
            "em",
            "strong",
            "p",
            "div",
            "font",
            "tt",
            "pre",
            "ac:inline-comment-marker");

    @Override
    public Set<String> elements() {
        return Set.of("code", "tt", "samp", "pre");
    }

    @Override
    public void render(Element element, RenderContext context) {
        if (!element.normalName().equals("pre")) {
            context.out().coded(() -> context.children(element));
        } else if (isPlain(element)) {
            context.out()
                    .block(new Block.CodeBlock(language(element), "", withoutFirstLineFeed(Elements.code(element))));
        } else {
            // Links, images and macros within cannot be part of a code block: the lines are kept, the type face is not.
            context.out()
                    .paragraph(Block.Alignment.NONE, () -> context.out().preserved(() -> context.children(element)));
        }
    }

    private static boolean isPlain(Element element) {
        return element.getAllElements().stream()
                .allMatch(inner -> PLAIN.contains(inner.normalName()) || isAddress(inner));
    }

    /** The editor makes links of addresses, also within code. */
    private static boolean isAddress(Element link) {
        return link.normalName().equals("a")
                && link.attr("href").strip().equals(Elements.text(link).strip());
    }

    private static String withoutFirstLineFeed(String code) {
        return code.startsWith("\n") ? code.substring(1) : code;
    }

    private static String language(Element pre) {
        return pre.getAllElements().stream()
                .flatMap(element -> element.classNames().stream())
                .filter(name -> name.startsWith("language-"))
                .map(name -> name.substring("language-".length()))
                .findFirst()
                .orElse("");
    }
}
