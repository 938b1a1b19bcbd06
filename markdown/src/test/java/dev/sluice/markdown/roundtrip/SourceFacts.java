package dev.sluice.markdown.roundtrip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads the facts off storage format with rules of its own, much simpler than the converter's. */
final class SourceFacts {

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
                Words.of(SourceText.of(root)).stream()
                        .filter(word -> !word.contains(SourceText.GLUE))
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
            case "a" -> link(element);
            case "ac:link" -> acLink(element);
            case "ac:image" -> images.add(SourceText.reference(element));
            case "table" -> table(element);
            case "pre" -> preformatted(element);
            case "ul", "ol", "ac:task-list" -> depth++;
            case "li", "ac:task" -> entry(element, depth);
            case "ac:structured-macro", "ac:macro" -> code(element);
            default -> {}
        }
        if (!SourceText.HIDDEN.contains(name)) {
            for (Element child : element.children()) {
                visit(child, depth);
            }
        }
    }

    private void preformatted(Element pre) {
        boolean plain = pre.select("a").stream().allMatch(link -> link.text().equals(link.attr("href")));
        if (plain) {
            String language = pre.className().replaceFirst("^language-", "");
            codes.add(new Facts.Code(language, pre.wholeText().replaceFirst("^\n", "")));
        }
    }

    private void heading(Element element) {
        Element line = element.clone();
        line.select("ac|structured-macro[ac:name=code]").remove();
        String text = Words.joined(SourceText.of(line));
        if (!text.isEmpty()) {
            headings.add(new Facts.Heading(element.normalName().charAt(1) - '0', text));
        }
    }

    /** An address within code is part of the code. */
    private void link(Element element) {
        String href = element.attr("href");
        boolean code = element.closest("pre") != null && element.text().equals(href);
        if (!href.isBlank() && !code) {
            links.add(href.strip());
        }
    }

    private void acLink(Element element) {
        Element target = SourceText.first(element, "ri:");
        String anchor = element.attr("ac:anchor").strip();
        if (target == null) {
            links.add("#" + anchor);
        } else if (!target.normalName().equals("ri:user")) {
            links.add(SourceText.reference(element) + (anchor.isEmpty() ? "" : "#" + anchor));
        }
    }

    private void table(Element table) {
        List<List<String>> rows = new ArrayList<>();
        for (Element row : table.select("tr")) {
            if (table.equals(owner(row))) {
                List<String> cells = new ArrayList<>();
                for (Element cell : row.children()) {
                    cells.add(Words.joined(SourceText.of(cell)));
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
        entries.add(new Facts.Entry(depth, ordered, Words.withoutBox(SourceText.of(element))));
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
                    && child.attr("ac:name").equalsIgnoreCase("language")) {
                language = child.wholeText();
            } else if (child.normalName().equals("ac:plain-text-body")) {
                code = child.wholeText();
            }
        }
        codes.add(new Facts.Code(language.equals("none") ? "" : language, code.replace("\r\n", "\n")));
    }
}
