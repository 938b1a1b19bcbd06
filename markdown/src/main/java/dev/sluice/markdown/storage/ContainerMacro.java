package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Mark.Style;
import dev.sluice.markdown.document.Marks;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Macros that only arrange, name or hide their body: the body stands in reading order. */
final class ContainerMacro implements MacroRenderer {

    /** Apps whose parameters say what they make of their body; name and parameters stay in a comment. */
    private static final Set<String> APPS = Set.of(
            "table-filter",
            "table-joiner",
            "table-transformer",
            "pivot-table",
            "table-plus",
            "table-excerpt",
            "numberedheadings",
            "scroll-only",
            "scroll-ignore",
            "scroll-ignore-inline",
            "scroll-only-inline",
            "scroll-landscape",
            "scroll-portrait",
            "scroll-tablelayout",
            "scroll-title",
            "scroll-content-block",
            "ui-text-box",
            "lozenge",
            "easy-html-macro",
            "noprint",
            "multiexcerpt",
            "multiexcerpt-macro",
            "content-layer",
            "content-column",
            "content-block",
            "float",
            "cloak",
            "copytext",
            "color",
            "bgcolor");

    private static final Set<String> PLAIN = Set.of(
            "excerpt",
            "section",
            "column",
            "div",
            "align",
            "center",
            "span",
            "localtabgroup",
            "ui-tabs",
            "deck",
            "tabs-group",
            "highlight",
            "strike");

    @Override
    public Set<String> macros() {
        Set<String> macros = new java.util.HashSet<>(PLAIN);
        macros.addAll(APPS);
        return macros;
    }

    @Override
    public void render(Macro macro, RenderContext context) {
        if (APPS.contains(macro.name())) {
            UnknownMacro.mark(macro, context);
        }
        Element body = macro.richBody().orElse(null);
        if (body == null) {
            macro.plainBody().ifPresent(context.out()::text);
            return;
        }
        if (macro.isTrue("hidden")) {
            List<Inline> summary = List.of(new Inline.Text("Hidden on the page", Marks.NONE.with(Style.EMPHASIS)));
            context.out().block(new Block.Details(summary, context.blocks(body)));
        } else {
            UnknownMacro.body(macro, body, context);
        }
    }
}
