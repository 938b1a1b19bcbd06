package dev.sluice.markdown.writing;

import dev.sluice.markdown.Flavour;
import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Block.Alignment;
import dev.sluice.markdown.document.Block.Cell;
import dev.sluice.markdown.document.Block.Row;
import dev.sluice.markdown.document.Inline;
import java.util.List;

/**
 * Writes blocks as HTML, for tables whose cells hold more than text. There is no empty line within, because it would end
 * the HTML and what follows would be read as Markdown.
 */
final class HtmlWriter {

    private final Outline outline;
    private final ContentsWriter contents;
    private final HtmlLine line;

    HtmlWriter(Flavour flavour, Hrefs hrefs, Outline outline, ContentsWriter contents) {
        this.outline = outline;
        this.contents = contents;
        this.line = new HtmlLine(flavour, hrefs);
    }

    String inline(List<Inline> content) {
        StringBuilder out = new StringBuilder();
        line.write(out, content);
        return out.toString();
    }

    /** Without a line feed at the end. */
    String table(Block.Table table) {
        StringBuilder out = new StringBuilder();
        table(out, table);
        return out.substring(0, out.length() - 1);
    }

    private void table(StringBuilder out, Block.Table table) {
        out.append("<table>\n");
        List<Row> rows = table.rows();
        boolean headed = rows.getFirst().cells().stream().allMatch(Cell::header);
        if (headed) {
            out.append("<thead>\n");
            row(out, rows.getFirst());
            out.append("</thead>\n");
        }
        List<Row> body = headed ? rows.subList(1, rows.size()) : rows;
        if (!body.isEmpty()) {
            out.append("<tbody>\n");
            body.forEach(row -> row(out, row));
            out.append("</tbody>\n");
        }
        out.append("</table>\n");
    }

    private void row(StringBuilder out, Row row) {
        out.append("<tr>\n");
        for (Cell cell : row.cells()) {
            String tag = cell.header() ? "th" : "td";
            out.append('<').append(tag);
            attribute(out, "colspan", cell.columns() > 1 ? Integer.toString(cell.columns()) : "");
            attribute(out, "rowspan", cell.rows() > 1 ? Integer.toString(cell.rows()) : "");
            Alignment alignment = cell.style().alignment();
            attribute(
                    out,
                    "align",
                    alignment == Alignment.NONE ? "" : alignment.name().toLowerCase(java.util.Locale.ROOT));
            String background = cell.style().background();
            attribute(out, "style", background.isEmpty() ? "" : "background-color: " + background);
            out.append('>');
            content(out, cell.content());
            out.append("</").append(tag).append(">\n");
        }
        out.append("</tr>\n");
    }

    private static void attribute(StringBuilder out, String name, String value) {
        if (!value.isEmpty()) {
            out.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(Html.attribute(value))
                    .append('"');
        }
    }

    /** A single paragraph stands without a tag of its own. */
    private void content(StringBuilder out, List<Block> blocks) {
        if (blocks.size() == 1 && blocks.getFirst() instanceof Block.Paragraph paragraph) {
            line.write(out, paragraph.content());
            return;
        }
        boolean first = true;
        for (Block block : blocks) {
            if (first
                    && block instanceof Block.Paragraph paragraph
                    && blocks.size() == 2
                    && blocks.get(1) instanceof Block.Listing) {
                line.write(out, paragraph.content());
            } else {
                if (first) {
                    out.append('\n');
                }
                block(out, block);
            }
            if (first && out.charAt(out.length() - 1) != '\n') {
                out.append('\n');
            }
            first = false;
        }
    }

    private void block(StringBuilder out, Block block) {
        switch (block) {
            case Block.Paragraph paragraph -> {
                String text = inline(paragraph.content());
                out.append(text.isEmpty() ? "" : "<p>" + text + "</p>\n");
            }
            case Block.Heading heading -> heading(out, heading);
            case Block.CodeBlock code -> code(out, code.language(), code.code());
            case Block.Quote quote -> container(out, "blockquote", quote.content());
            case Block.Alert alert -> container(out, "blockquote", AlertWriter.named(alert));
            case Block.Listing list -> list(out, list);
            case Block.Table table -> table(out, table);
            case Block.Rule _ -> out.append("<hr>\n");
            case Block.Details details -> {
                out.append("<details><summary>")
                        .append(inline(details.summary()))
                        .append("</summary>\n");
                details.content().forEach(inner -> block(out, inner));
                out.append("</details>\n");
            }
            case Block.Comment comment ->
                out.append(Html.comment(comment.text())).append('\n');
            case Block.Contents toc -> contents(out, toc);
            case Block.Formula formula -> code(out, "math", formula.tex());
            case Block.Markdown markdown -> code(out, "markdown", markdown.source());
        }
    }

    private void heading(StringBuilder out, Block.Heading heading) {
        String id = outline.entry(heading)
                .map(entry -> " id=\"" + Html.attribute(entry.slug()) + "\"")
                .orElse("");
        out.append("<h").append(heading.level()).append(id).append('>');
        line.write(out, heading.content());
        out.append("</h").append(heading.level()).append(">\n");
    }

    private void container(StringBuilder out, String tag, List<Block> content) {
        out.append('<').append(tag).append(">\n");
        content.forEach(block -> block(out, block));
        out.append("</").append(tag).append(">\n");
    }

    private void list(StringBuilder out, Block.Listing list) {
        out.append(list.ordered() ? "<ol" : "<ul");
        attribute(out, "start", list.ordered() && list.start() != 1 ? Integer.toString(list.start()) : "");
        out.append(">\n");
        for (Block.Item item : list.items()) {
            out.append("<li>");
            out.append(
                    switch (item.task()) {
                        case NONE -> "";
                        case OPEN -> "☐ ";
                        case DONE -> "☑ ";
                    });
            content(out, item.content());
            out.append("</li>\n");
        }
        out.append(list.ordered() ? "</ol>\n" : "</ul>\n");
    }

    private void contents(StringBuilder out, Block.Contents toc) {
        List<ContentsWriter.Line> entries = contents.entries(toc);
        if (entries.isEmpty()) {
            out.append(ContentsWriter.NOTHING).append('\n');
            return;
        }
        out.append("<ul>\n");
        for (ContentsWriter.Line entry : entries) {
            out.append("<li><a href=\"#")
                    .append(Html.attribute(entry.heading().slug()))
                    .append("\">");
            out.append(line.text(entry.number() + entry.heading().text())).append("</a></li>\n");
        }
        out.append("</ul>\n");
    }

    private static void code(StringBuilder out, String language, String code) {
        out.append("<pre><code");
        attribute(out, "class", language.isEmpty() ? "" : "language-" + language);
        out.append('>').append(withoutEmptyLines(Html.text(code))).append("</code></pre>\n");
    }

    /** A line feed before an empty line is written as a reference, so that no line of the source is empty. */
    static String withoutEmptyLines(String code) {
        StringBuilder out = new StringBuilder(code.length() + 16);
        int from = 0;
        for (int end = code.indexOf('\n'); end >= 0; end = code.indexOf('\n', from)) {
            out.append(code, from, end);
            int after = code.indexOf('\n', end + 1);
            boolean emptyNext =
                    code.substring(end + 1, after < 0 ? code.length() : after).isBlank();
            boolean emptyBefore = from == end && from == 0;
            out.append(emptyNext || emptyBefore ? "&#10;" : "\n");
            from = end + 1;
        }
        return out.append(code, from, code.length()).toString();
    }
}
