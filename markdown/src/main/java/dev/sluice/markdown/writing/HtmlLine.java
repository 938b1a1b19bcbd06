package dev.sluice.markdown.writing;

import dev.sluice.markdown.Flavour;
import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Mark;
import dev.sluice.markdown.document.Mark.Style;
import java.util.List;
import java.util.Optional;

/** Writes inline content as HTML on one line. */
final class HtmlLine {

    /** What Pandoc takes for Markdown within HTML, anywhere and at the start of a block. */
    private static final String PANDOC_MARKUP = "\\`*_~$^[]@{|";

    private static final String PANDOC_STARTS = "-+#:%(";

    private final Flavour flavour;
    private final Hrefs hrefs;

    HtmlLine(Flavour flavour, Hrefs hrefs) {
        this.flavour = flavour;
        this.hrefs = hrefs;
    }

    void write(StringBuilder out, List<Inline> content) {
        for (Token token : Token.of(Cores.of(content, true))) {
            switch (token) {
                case Token.Gap gap -> out.append(gap.space());
                case Token.Open open -> open(out, open.mark);
                case Token.Close close -> close(out, close.open().mark);
                case Token.Piece piece -> piece(out, piece.inline());
            }
        }
    }

    private void open(StringBuilder out, Mark mark) {
        switch (mark) {
            case Style style -> out.append('<').append(Html.tag(style)).append('>');
            case Mark.Colour colour -> out.append(Html.styled("color", colour.css()));
            case Mark.Background background -> out.append(Html.styled("background-color", background.css()));
            case Mark.Abbreviation abbreviation -> out.append(Html.abbreviation(abbreviation.title()));
            case Mark.Link link ->
                hrefs.of(link.destination()).ifPresent(href -> {
                    out.append("<a href=\"").append(Html.attribute(href)).append('"');
                    out.append(link.title().isBlank() ? "" : " title=\"" + Html.attribute(link.title()) + "\"");
                    out.append('>');
                });
        }
    }

    private void close(StringBuilder out, Mark mark) {
        switch (mark) {
            case Style style -> out.append("</").append(Html.tag(style)).append('>');
            case Mark.Colour _, Mark.Background _ -> out.append("</span>");
            case Mark.Abbreviation _ -> out.append("</abbr>");
            case Mark.Link link ->
                out.append(
                        hrefs.leads(link.destination())
                                ? "</a>"
                                : Html.comment("broken link: " + hrefs.describe(link.destination())));
        }
    }

    private void piece(StringBuilder out, Inline inline) {
        switch (inline) {
            case Inline.Text text -> out.append(text(text.text()));
            case Inline.Code code ->
                out.append("<code>")
                        .append(HtmlWriter.withoutEmptyLines(text(code.code())))
                        .append("</code>");
            case Inline.Break _ -> out.append("<br>");
            case Inline.Anchor anchor ->
                out.append("<a id=\"")
                        .append(Html.attribute(Outline.id(anchor.name())))
                        .append("\"></a>");
            case Inline.Comment comment -> out.append(Html.comment(comment.text()));
            case Inline.Formula formula ->
                out.append("<code>").append(text(formula.tex())).append("</code>");
            case Inline.Image image -> image(out, image);
        }
    }

    private void image(StringBuilder out, Inline.Image image) {
        Optional<String> source = hrefs.of(image.source());
        if (source.isPresent()) {
            out.append(Html.image(source.get(), image));
        } else {
            out.append(text(image.alt()));
            out.append(Html.comment("broken image: " + hrefs.describe(image.source())));
        }
    }

    /** Text as text. Pandoc reads Markdown within HTML too, so that there it must not look like any. */
    String text(String text) {
        String html = Html.text(text);
        if (flavour != Flavour.PANDOC) {
            return html;
        }
        StringBuilder safe = new StringBuilder(html.length() + 16);
        int digits = 0;
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            digits += digits == i && c >= '0' && c <= '9' ? 1 : 0;
            boolean number = i > 0 && digits == i && (c == '.' || c == ')');
            boolean start = i == 0 && PANDOC_STARTS.indexOf(c) >= 0;
            boolean dash = c == '-' && i > 0 && html.charAt(i - 1) == '-';
            if (PANDOC_MARKUP.indexOf(c) >= 0 || number || start || dash) {
                safe.append("&#").append((int) c).append(';');
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }
}
