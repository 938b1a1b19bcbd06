package dev.sluice.markdown.roundtrip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** Reads the facts off storage format with rules of its own, much simpler than the converter's. */
final class SourceFacts {

    private static final Set<String> HIDDEN = Set.of(
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

    private static final Set<String> KNOWN_FORMS = Set.of(
            "code",
            "noformat",
            "info",
            "tip",
            "note",
            "warning",
            "panel",
            "expand",
            "status",
            "toc",
            "toc-zone",
            "anchor",
            "excerpt",
            "section",
            "column",
            "details",
            "jira",
            "view-file",
            "profile",
            "profile-picture",
            "mathinline",
            "mathblock",
            "eazy-math-inline",
            "easy-math-block",
            "plantuml",
            "plantumlcloud",
            "mermaid-macro",
            "markdown",
            "localtabgroup",
            "localtab",
            "auimessage",
            "multimedia",
            "ui-expand",
            "graphviz",
            "mermaid",
            "latex",
            "viewpdf",
            "align");

    private static final Set<String> CODE_MACROS = Set.of("code", "noformat");

    private final List<Facts.Code> codes = new ArrayList<>();
    private final List<Facts.Heading> headings = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final List<String> images = new ArrayList<>();
    private final List<Facts.Table> tables = new ArrayList<>();
    private final List<Facts.Entry> entries = new ArrayList<>();

    private SourceFacts() {}

    static Facts of(String storage) {
        Element root = Parser.xmlParser().parseInput(storage, "");
        root.select("ac|adf-extension:has(> ac|adf-node[type=panel]) > ac|adf-fallback")
                .remove();
        root.select("ac|adf-extension:has(> ac|adf-node[type=decision-list]) > ac|adf-fallback")
                .remove();
        SourceFacts facts = new SourceFacts();
        facts.visit(root, 0);
        return new Facts(
                Words.of(text(root)).stream()
                        .filter(word -> !word.contains(GLUE))
                        .toList(),
                facts.codes,
                facts.headings,
                facts.links,
                facts.images,
                facts.tables,
                facts.entries,
                tasks(root),
                Colours.of(root));
    }

    /** Macros that Markdown has no form for: their name must stand in a comment. */
    static List<String> macros(String storage) {
        return Parser.xmlParser().parseInput(storage, "").select("ac|structured-macro").stream()
                .map(macro -> macro.attr("ac:name").toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && !KNOWN_FORMS.contains(name))
                .toList();
    }

    private static List<String> tasks(Element root) {
        return root.select("ac|task > ac|task-status").stream()
                .map(status -> status.text().strip())
                .toList();
    }

    private void visit(Element element, int listDepth) {
        String name = element.normalName();
        int depth = listDepth;
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element);
            case "a" -> link(element.attr("href"));
            case "ac:link" -> acLink(element);
            case "ac:image" -> images.add(reference(element));
            case "table" -> table(element);
            case "pre" -> preformatted(element);
            case "ul", "ol", "ac:task-list" -> depth++;
            case "li", "ac:task" -> entry(element, depth);
            case "ac:structured-macro", "ac:macro" -> code(element);
            default -> {}
        }
        if (!HIDDEN.contains(name)) {
            for (Element child : element.children()) {
                visit(child, depth);
            }
        }
    }

    private void preformatted(Element pre) {
        if (pre.select("a").isEmpty()) {
            String language = pre.className().replaceFirst("^language-", "");
            codes.add(new Facts.Code(language, pre.wholeText().replaceFirst("^\n", "")));
        }
    }

    private void heading(Element element) {
        Element line = element.clone();
        line.select("ac|structured-macro[ac:name=code]").remove();
        String text = Words.joined(text(line));
        if (!text.isEmpty()) {
            headings.add(new Facts.Heading(element.normalName().charAt(1) - '0', text));
        }
    }

    private void link(String href) {
        if (!href.isBlank()) {
            links.add(href.strip());
        }
    }

    private void acLink(Element element) {
        Element target = first(element, "ri:");
        String anchor = element.attr("ac:anchor").strip();
        if (target == null) {
            links.add("#" + anchor);
        } else if (!target.normalName().equals("ri:user")) {
            links.add(reference(element) + (anchor.isEmpty() ? "" : "#" + anchor));
        }
    }

    private static String reference(Element element) {
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

    private static Element first(Element element, String prefix) {
        for (Element child : element.children()) {
            if (child.normalName().startsWith(prefix)) {
                return child;
            }
        }
        return null;
    }

    private void table(Element table) {
        List<List<String>> rows = new ArrayList<>();
        for (Element row : table.select("tr")) {
            if (table.equals(owner(row))) {
                List<String> cells = new ArrayList<>();
                for (Element cell : row.children()) {
                    cells.add(Words.joined(text(cell)));
                }
                rows.add(cells);
            }
        }
        tables.add(new Facts.Table(rows));
    }

    static Element owner(Element row) {
        Element parent = row.parent();
        while (parent != null && !parent.normalName().equals("table")) {
            parent = parent.parent();
        }
        return parent;
    }

    private void entry(Element element, int depth) {
        Element list = element.parent();
        boolean ordered = list != null && list.normalName().equals("ol");
        entries.add(new Facts.Entry(depth, ordered, Words.withoutBox(text(element))));
    }

    private void code(Element macro) {
        String name = macro.attr("ac:name").toLowerCase(Locale.ROOT);
        if (!CODE_MACROS.contains(name)) {
            return;
        }
        String language = "";
        String code = "";
        for (Element child : macro.children()) {
            if (child.normalName().equals("ac:parameter")
                    && child.attr("ac:name").equals("language")) {
                language = child.wholeText();
            } else if (child.normalName().equals("ac:plain-text-body")) {
                code = child.wholeText();
            }
        }
        codes.add(new Facts.Code(language.equals("none") ? "" : language, code.replace("\r\n", "\n")));
    }

    /** The text a reader sees, with spaces where one thing ends and the next begins. */
    static String text(Element element) {
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
}
