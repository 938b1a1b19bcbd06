package dev.sluice.markdown.roundtrip;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;

/** The macros of a page that Markdown has no form for. */
final class SourceMacros {

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

    private SourceMacros() {}

    /** Macros that Markdown has no form for: their name must stand in a comment. */
    static List<String> withoutForm(String storage) {
        return Parser.xmlParser().parseInput(storage, "").select("ac|structured-macro").stream()
                .map(macro -> macro.attr("ac:name").toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && !KNOWN_FORMS.contains(name))
                .toList();
    }
}
