package dev.sluice.markdown.document;

import java.util.List;

/** What a document says, without any markup. */
public final class PlainText {

    private PlainText() {}

    /** Text and code on one line, white space collapsed. */
    public static String of(List<Inline> content) {
        StringBuilder text = new StringBuilder();
        append(text, content);
        return collapsed(text);
    }

    /** The text of all blocks on one line, white space collapsed. */
    public static String ofBlocks(List<Block> blocks) {
        StringBuilder text = new StringBuilder();
        appendBlocks(text, blocks);
        return collapsed(text);
    }

    private static String collapsed(StringBuilder text) {
        StringBuilder collapsed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
            if (!space) {
                collapsed.append(c);
            } else if (!collapsed.isEmpty() && collapsed.charAt(collapsed.length() - 1) != ' ') {
                collapsed.append(' ');
            }
        }
        return collapsed.toString().strip();
    }

    private static void append(StringBuilder text, List<Inline> content) {
        for (Inline inline : content) {
            switch (inline) {
                case Inline.Text part -> text.append(part.text());
                case Inline.Code code -> text.append(code.code());
                case Inline.Formula formula -> text.append(formula.tex());
                case Inline.Break _ -> text.append(' ');
                case Inline.Image _, Inline.Anchor _, Inline.Comment _ -> {}
            }
        }
    }

    private static void appendBlocks(StringBuilder text, List<Block> blocks) {
        for (Block block : blocks) {
            text.append(' ');
            switch (block) {
                case Block.Paragraph paragraph -> append(text, paragraph.content());
                case Block.Heading heading -> append(text, heading.content());
                case Block.CodeBlock code -> text.append(code.code());
                case Block.Quote quote -> appendBlocks(text, quote.content());
                case Block.Alert alert -> {
                    append(text, alert.title());
                    appendBlocks(text, alert.content());
                }
                case Block.Details details -> {
                    append(text, details.summary());
                    appendBlocks(text, details.content());
                }
                case Block.Listing list -> list.items().forEach(item -> appendBlocks(text, item.content()));
                case Block.Table table ->
                    table.rows().forEach(row -> row.cells().forEach(cell -> appendBlocks(text, cell.content())));
                case Block.Formula formula -> text.append(formula.tex());
                case Block.Markdown markdown -> text.append(markdown.source());
                case Block.Rule _, Block.Comment _, Block.Contents _ -> {}
            }
        }
    }
}
