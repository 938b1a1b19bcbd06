package dev.sluice.markdown.writing;

import dev.sluice.markdown.Flavour;
import dev.sluice.markdown.document.Destination;
import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Mark;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes inline content as Markdown. */
final class InlineWriter {

    /** Where a line stands: as a paragraph, in a heading, or in the cell of a table. */
    enum Place {
        BLOCK,
        HEADING,
        CELL
    }

    private static final Pattern LINE_ENDS = Pattern.compile("[\\r\\n]+");
    private static final Pattern AUTOLINK =
            Pattern.compile("(?:https?|ftp)://[^\\s<>\\\\\\p{Cntrl}]+|[\\w.+-]+@[\\w.-]+\\.[A-Za-z]+");

    /** Stands for a pipe in the code of a cell, which Pandoc does not take for the end of the cell. */
    private static final char PANDOC_PIPE = '\uFDD1';

    private static final int USUAL_LENGTH = 160;

    private final Flavour flavour;
    private final Hrefs hrefs;
    private final Escaper escaper;
    private final ImageWriter images;
    private final MarkWriter marks;
    private final StringBuilder buffer = new StringBuilder(USUAL_LENGTH);

    InlineWriter(Flavour flavour, Hrefs hrefs) {
        this.flavour = flavour;
        this.hrefs = hrefs;
        this.escaper = new Escaper(flavour);
        this.images = new ImageWriter(flavour, hrefs, escaper);
        this.marks = new MarkWriter(flavour, hrefs);
    }

    /** Without a line feed at the end; with line feeds only in a {@link Place#BLOCK}. */
    String write(List<Inline> content, Place place) {
        if (content.size() == 1
                && content.getFirst() instanceof Inline.Text text
                && text.marks().outermostFirst().isEmpty()) {
            return write(text.text(), place);
        }
        List<Token> tokens = Token.of(Cores.of(content, place != Place.HEADING));
        String line = write(tokens, place, CodeSpans.BACKTICKS);
        boolean definition = place == Place.BLOCK && LineStart.isDefinition(line);
        return definition ? write(tokens, place, CodeSpans.HTML) : line;
    }

    /** The same for all lines: one is finished before the next begins. */
    private StringBuilder cleared() {
        buffer.setLength(0);
        return buffer;
    }

    /** Most lines are nothing but text. */
    private String write(String text, Place place) {
        if (escaper.isPlain(text, place == Place.BLOCK) && (place != Place.CELL || text.indexOf('|') < 0)) {
            return text;
        }
        StringBuilder out = cleared();
        escaper.append(out, Cores.settled(text), new Escaper.Position(place == Place.BLOCK, false, (char) 0));
        String line = out.toString();
        return place == Place.CELL && line.indexOf('|') >= 0 ? line.replace("|", "\\|") : line;
    }

    /** How code within the line is written: as HTML where backticks do not protect what they enclose. */
    private enum CodeSpans {
        BACKTICKS,
        HTML
    }

    private String write(List<Token> tokens, Place place, CodeSpans codes) {
        StringBuilder out = cleared();
        int labels = 0;
        for (int i = 0; i < tokens.size(); i++) {
            switch (tokens.get(i)) {
                case Token.Gap gap -> out.append(gap.space());
                case Token.Open open -> {
                    int skipped = shortLink(out, tokens, i);
                    i += skipped;
                    if (skipped == 0) {
                        labels += open.mark instanceof Mark.Link ? 1 : 0;
                        marks.open(out, open);
                    }
                }
                case Token.Close close -> {
                    labels -= close.open().mark instanceof Mark.Link ? 1 : 0;
                    marks.close(out, close.open());
                }
                case Token.Piece piece ->
                    piece(out, piece.inline(), new At(place, labels > 0, next(tokens, i, place), codes));
            }
        }
        String line = out.toString();
        return place == Place.CELL ? line.replace("|", "\\|").replace(PANDOC_PIPE, '|') : line;
    }

    /** Where a piece stands. */
    private record At(Place place, boolean label, char next, CodeSpans codes) {}

    private void piece(StringBuilder out, Inline inline, At at) {
        switch (inline) {
            case Inline.Text text -> {
                boolean lineStart =
                        at.place() == Place.BLOCK && (out.isEmpty() || out.charAt(out.length() - 1) == '\n');
                boolean struck = text.marks().holds(Mark.Style.STRIKETHROUGH);
                escaper.append(out, text.text(), new Escaper.Position(lineStart, at.label(), at.next(), struck));
            }
            case Inline.Code code -> code(out, code.code(), at);
            case Inline.Break _ -> out.append(lineBreak(at.place()));
            case Inline.Image image -> images.write(out, image);
            case Inline.Anchor anchor -> anchor(out, anchor, at.place());
            case Inline.Comment comment -> out.append(Html.comment(comment.text()));
            case Inline.Formula formula -> formula(out, formula.tex(), at);
        }
    }

    private String lineBreak(Place place) {
        if (place == Place.CELL) {
            return "<br>";
        }
        return flavour == Flavour.OBSIDIAN ? "  \n" : "\\\n";
    }

    private void anchor(StringBuilder out, Inline.Anchor anchor, Place place) {
        boolean alias = place == Place.HEADING && !anchor.wanted();
        if (flavour != Flavour.OBSIDIAN && !alias) {
            out.append("<a id=\"")
                    .append(Html.attribute(Outline.id(anchor.name())))
                    .append("\"></a>");
        }
    }

    private void code(StringBuilder out, String code, At at) {
        String line = LINE_ENDS.matcher(code).replaceAll(" ");
        if (at.place() == Place.CELL && flavour == Flavour.PANDOC) {
            line = line.replace('|', PANDOC_PIPE);
        }
        if (at.codes() == CodeSpans.HTML || (at.place() == Place.CELL && line.contains("\\|"))) {
            String html = Html.text(line)
                    .replace("|", "&#124;")
                    .replace("\\", "&#92;")
                    .replace("]", "&#93;");
            out.append("<code>").append(escapedMarkdown(html)).append("</code>");
            return;
        }
        String fence = "`".repeat(longestRun(line) + 1);
        boolean pad = line.startsWith("`") || line.endsWith("`") || (line.startsWith(" ") && line.endsWith(" "));
        out.append(fence)
                .append(pad ? " " : "")
                .append(line)
                .append(pad ? " " : "")
                .append(fence);
    }

    /** Within HTML on a line Markdown is still read. */
    private static String escapedMarkdown(String html) {
        return html.replace("*", "&#42;")
                .replace("_", "&#95;")
                .replace("`", "&#96;")
                .replace("[", "&#91;")
                .replace("~", "&#126;");
    }

    private static int longestRun(String code) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < code.length(); i++) {
            run = code.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private void formula(StringBuilder out, String tex, At at) {
        String line = Chars.joined(tex, ' ').strip();
        switch (flavour) {
            case GITHUB -> {
                out.append('$');
                code(out, line, at);
                out.append('$');
            }
            case OBSIDIAN, PANDOC -> out.append('$').append(line).append('$');
            case COMMONMARK -> code(out, line, at);
        }
    }

    /** Writes a link whose text says all as an autolink, or as a wiki link; returns how many tokens that covered. */
    private int shortLink(StringBuilder out, List<Token> tokens, int i) {
        boolean single = i + 2 < tokens.size()
                && tokens.get(i + 2) instanceof Token.Close close
                && close.open() == tokens.get(i);
        if (single
                && tokens.get(i) instanceof Token.Open open
                && open.mark instanceof Mark.Link link
                && link.title().isEmpty()
                && tokens.get(i + 1) instanceof Token.Piece(Inline.Text text)) {
            boolean wiki = flavour == Flavour.OBSIDIAN && WikiLinks.fits(link, text.text());
            Optional<String> form = wiki
                    ? WikiLinks.of(link.destination(), text.text(), hrefs)
                    : autolink(link.destination(), text.text());
            form.ifPresent(out::append);
            return form.isPresent() ? 2 : 0;
        }
        return 0;
    }

    private static Optional<String> autolink(Destination destination, String text) {
        boolean same = destination instanceof Destination.Url(String url)
                && (url.equals(text) || url.equals("mailto:" + text))
                && AUTOLINK.matcher(text).matches();
        return same && !Escaper.hasReference(text) ? Optional.of("<" + text + ">") : Optional.empty();
    }

    private char next(List<Token> tokens, int i, Place place) {
        if (i + 1 == tokens.size()) {
            return 0;
        }
        return switch (tokens.get(i + 1)) {
            case Token.Gap gap -> gap.space().charAt(0);
            case Token.Open open -> open.mark instanceof Mark.Link ? '[' : open.html ? '<' : '*';
            case Token.Close close -> close.open().mark instanceof Mark.Link ? ']' : '*';
            case Token.Piece(Inline.Text text)
            when !text.text().isEmpty() -> text.text().charAt(0);
            case Token.Piece(Inline.Image _) -> '!';
            case Token.Piece(Inline.Break _) -> lineBreak(place).charAt(0);
            case Token.Piece(Inline.Code _) -> '`';
            case Token.Piece _ -> '<';
        };
    }
}
