package dev.sluice.markdown.roundtrip;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The text of storage format as a reader sees it on the page. */
final class SourceText {

    static final Set<String> HIDDEN = Set.of(
            "ac:parameter",
            "ac:task-id",
            "ac:task-uuid",
            "ac:task-status",
            "ac:placeholder",
            "at:declarations",
            "ac:adf-attribute",
            "ac:adf-parameter",
            "ac:default-parameter",
            "script",
            "style");

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "table",
            "tr",
            "td",
            "th",
            "thead",
            "tbody",
            "blockquote",
            "pre",
            "hr",
            "br",
            "ac:layout",
            "ac:layout-section",
            "ac:layout-cell",
            "ac:rich-text-body",
            "ac:plain-text-body",
            "ac:task-list",
            "ac:task",
            "ac:task-body",
            "ac:adf-node",
            "ac:adf-content",
            "dl",
            "dt",
            "dd",
            "caption",
            "ac:caption",
            "details",
            "summary",
            "section",
            "figcaption",
            "figure",
            "#root");

    /** Stands for what the converter says in words of its own; words with it are not looked for. */
    static final String GLUE = "\uFFFC";

    private static final Set<String> LINE_MACROS = Set.of(
            "status", "anchor", "jira", "mathinline", "eazy-math-inline", "profile", "profile-picture", "our-inline");

    private static final Set<String> UNGLUED = Set.of("status", "anchor");

    private static final Set<String> GLUED = Set.of("time", "ac:emoticon", "q");

    private static final Set<String> TITLED =
            Set.of("code", "info", "tip", "note", "warning", "panel", "expand", "status", "localtab", "gallery");

    /** Macros whose body is another markup. */
    private static final Set<String> FOREIGN = Set.of("markdown", "plantumlcloud", "easy-math-block", "mathblock");

    private SourceText() {}

    /** The text a reader sees, with spaces where one thing ends and the next begins. */
    static String of(Element element) {
        StringBuilder text = new StringBuilder();
        append(text, element);
        return text.toString();
    }

    private static void append(StringBuilder text, Element element) {
        String name = element.normalName();
        String macro = element.attr("ac:name");
        boolean block = BLOCKS.contains(name) || (name.equals("ac:structured-macro") && !LINE_MACROS.contains(macro));
        text.append(block ? " " : "");
        if (TITLED.contains(macro)) {
            title(text, element);
        }
        boolean glued = GLUED.contains(name) || (LINE_MACROS.contains(macro) && !UNGLUED.contains(macro));
        text.append(glued ? GLUE : "");
        int before = text.length();
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode leaf) {
                text.append(leaf.getWholeText());
            } else if (child instanceof Element inner
                    && !HIDDEN.contains(inner.normalName())
                    && !FOREIGN.contains(macro)) {
                append(text, inner);
            }
        }
        if (name.equals("ac:link") && text.substring(before).isBlank()) {
            boolean mention = first(element, "ri:user") != null || first(element, "ri:shortcut") != null;
            String otherwise = element.children().isEmpty() ? element.attr("ac:anchor") : reference(element);
            text.append(mention ? GLUE : otherwise);
        }
        text.append(glued ? GLUE : "");
        text.append(block ? " " : "");
    }

    private static void title(StringBuilder text, Element macro) {
        for (Element child : macro.children()) {
            if (child.normalName().equals("ac:parameter")
                    && child.attr("ac:name").equals("title")) {
                boolean line = LINE_MACROS.contains(macro.attr("ac:name"));
                text.append(line ? "" : " ").append(child.wholeText()).append(line ? "" : " ");
            }
        }
    }

    static String reference(Element element) {
        Element target = first(element, "ri:");
        if (target == null) {
            return element.attr("ac:src");
        }
        String value = target.attr("ri:value") + target.attr("ri:content-id") + target.attr("ri:space-key");
        boolean named = target.hasAttr("ri:filename") || target.hasAttr("ri:content-title");
        if (target.hasAttr("ri:shortcut") || target.hasAttr("ri:parameter")) {
            return target.attr("ri:parameter");
        }
        return named ? target.attr("ri:filename") + target.attr("ri:content-title") : value;
    }

    static Element first(Element element, String prefix) {
        for (Element child : element.children()) {
            if (child.normalName().startsWith(prefix)) {
                return child;
            }
        }
        return null;
    }
}
