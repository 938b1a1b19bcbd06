package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Block.AlertKind;
import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Coloured panels as alerts. Storage and the new editor name them differently: storage's {@code note} is yellow and a
 * warning, its {@code warning} is red and an error, its {@code tip} is green and a success.
 */
final class PanelMacro implements MacroRenderer {

    private static final Map<String, AlertKind> KINDS = Map.ofEntries(
            Map.entry("info", AlertKind.NOTE),
            Map.entry("tip", AlertKind.TIP),
            Map.entry("note", AlertKind.WARNING),
            Map.entry("warning", AlertKind.CAUTION),
            Map.entry("panel", AlertKind.NOTE),
            Map.entry("success", AlertKind.TIP),
            Map.entry("error", AlertKind.CAUTION),
            Map.entry("custom", AlertKind.NOTE));

    @Override
    public Set<String> macros() {
        return Set.of("info", "tip", "note", "warning", "panel", "auimessage", "ui-message", "bgcolor-panel");
    }

    @Override
    public void render(Macro macro, RenderContext context) {
        AlertKind kind = KINDS.getOrDefault(macro.name(), byType(macro));
        List<Block> content = macro.richBody()
                .map(context::blocks)
                .or(() -> macro.plainBody().map(PanelMacro::paragraph))
                .orElse(List.of());
        String icon = macro.parameter("panelIconText");
        String title = macro.parameter("title");
        if (!content.isEmpty() || !title.isEmpty()) {
            context.out().block(alert(kind, icon, title, content));
        }
    }

    /** An icon stands before the title, or before the text when there is no title. */
    static Block alert(AlertKind kind, String icon, String title, List<Block> content) {
        if (!title.isEmpty() || icon.isEmpty()) {
            String words = (icon + " " + title).strip();
            List<Inline> line = words.isEmpty() ? List.of() : List.of(new Inline.Text(words, Marks.NONE));
            return new Block.Alert(kind, line, content);
        }
        return new Block.Alert(kind, List.of(), withSign(icon + " ", content));
    }

    /** Puts a sign before the first paragraph. */
    static List<Block> withSign(String sign, List<Block> content) {
        List<Inline> line = new ArrayList<>();
        line.add(new Inline.Text(sign, Marks.NONE));
        int rest = 0;
        if (!content.isEmpty() && content.getFirst() instanceof Block.Paragraph paragraph) {
            line.addAll(paragraph.content());
            rest = 1;
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(line, Block.Alignment.NONE));
        blocks.addAll(content.subList(rest, content.size()));
        return blocks;
    }

    private static List<Block> paragraph(String text) {
        return List.of(new Block.Paragraph(List.of(new Inline.Text(text, Marks.NONE)), Block.Alignment.NONE));
    }

    private static AlertKind byType(Macro macro) {
        return switch (macro.parameter("type").toLowerCase(java.util.Locale.ROOT)) {
            case "success", "green" -> AlertKind.TIP;
            case "warning", "yellow" -> AlertKind.WARNING;
            case "error", "red" -> AlertKind.CAUTION;
            default -> AlertKind.NOTE;
        };
    }
}
