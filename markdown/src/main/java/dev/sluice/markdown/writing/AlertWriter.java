package dev.sluice.markdown.writing;

import dev.sluice.markdown.Flavour;
import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Block.Alert;
import dev.sluice.markdown.document.Block.AlertKind;
import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Mark.Style;
import dev.sluice.markdown.writing.InlineWriter.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes panels: alerts on GitHub, callouts in Obsidian, divs for Pandoc, quotations elsewhere. */
final class AlertWriter {

    private final Flavour flavour;
    private final Output out;
    private final MarkdownWriter writer;

    AlertWriter(Flavour flavour, Output out, MarkdownWriter writer) {
        this.flavour = flavour;
        this.out = out;
        this.writer = writer;
    }

    void write(Alert alert) {
        switch (flavour) {
            // GitHub knows alerts only at the top level.
            case GITHUB -> quote(alert, out.nested() ? "" : "[!" + alert.kind() + "]");
            case OBSIDIAN -> callout(alert);
            case COMMONMARK -> quote(alert, "");
            case PANDOC -> div(alert);
        }
    }

    private void quote(Alert alert, String label) {
        List<Block> content = label.isEmpty() ? named(alert) : withTitle(alert);
        out.within("> ", "> ", () -> labelled(label, content));
    }

    /** With the name of its kind where there is neither a title nor a label of the flavour. */
    static List<Block> named(Alert alert) {
        List<Inline> title = alert.title().isEmpty() ? List.of(name(alert.kind())) : alert.title();
        return withTitle(new Alert(alert.kind(), title, alert.content()));
    }

    /** The label stands directly above the first paragraph, as people write it. */
    private void labelled(String label, List<Block> content) {
        if (!label.isEmpty()) {
            out.line(label);
        }
        if (!content.isEmpty() && content.getFirst() instanceof Block.Paragraph) {
            writer.blocks(content.subList(0, 1), true);
            writer.blocks(content.subList(1, content.size()), false);
        } else {
            writer.blocks(content, false);
        }
    }

    private void callout(Alert alert) {
        String title = writer.inlines().write(alert.title(), Place.HEADING);
        String label = "[!" + alert.kind().name().toLowerCase(Locale.ROOT) + "]";
        out.within("> ", "> ", () -> {
            labelled(title.isEmpty() ? label : label + " " + title, alert.content());
        });
    }

    private void div(Alert alert) {
        out.line("::: {." + alert.kind().name().toLowerCase(Locale.ROOT) + "}");
        writer.blocks(withTitle(alert), false);
        out.line(":::");
    }

    private static Inline name(AlertKind kind) {
        String name = kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
        return new Inline.Text(name, dev.sluice.markdown.document.Marks.NONE);
    }

    /** The title as a bold paragraph before the content. */
    static List<Block> withTitle(Alert alert) {
        if (alert.title().isEmpty()) {
            return alert.content();
        }
        List<Inline> bold = new ArrayList<>();
        for (Inline inline : alert.title()) {
            bold.add(
                    inline instanceof Inline.Text text
                            ? new Inline.Text(text.text(), text.marks().with(Style.STRONG))
                            : inline);
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(bold, Block.Alignment.NONE));
        blocks.addAll(alert.content());
        return blocks;
    }
}
