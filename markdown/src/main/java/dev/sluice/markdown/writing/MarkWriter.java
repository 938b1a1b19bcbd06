package dev.sluice.markdown.writing;

import dev.sluice.markdown.Flavour;
import dev.sluice.markdown.document.Mark;
import dev.sluice.markdown.document.Mark.Style;
import java.util.regex.Pattern;

/** Writes the beginnings and ends of marks. */
final class MarkWriter {

    /** The start of what may be a character reference. */
    private static final Pattern REFERENCE = Pattern.compile("&(?=#?[A-Za-z0-9]+;)");

    private final Flavour flavour;
    private final Hrefs hrefs;

    MarkWriter(Flavour flavour, Hrefs hrefs) {
        this.flavour = flavour;
        this.hrefs = hrefs;
    }

    void open(StringBuilder out, Token.Open open) {
        switch (open.mark) {
            case Mark.Link link -> out.append(hrefs.leads(link.destination()) ? "[" : "");
            case Mark.Colour colour -> out.append(Html.styled("color", colour.css()));
            case Mark.Background background -> out.append(Html.styled("background-color", background.css()));
            case Mark.Abbreviation abbreviation -> out.append(Html.abbreviation(abbreviation.title()));
            case Style style -> out.append(isPlain(open) ? delimiter(style) : "<" + Html.tag(style) + ">");
        }
    }

    void close(StringBuilder out, Token.Open open) {
        switch (open.mark) {
            case Mark.Link link -> closeLink(out, link);
            case Mark.Colour _, Mark.Background _ -> out.append("</span>");
            case Mark.Abbreviation _ -> out.append("</abbr>");
            case Style style -> out.append(isPlain(open) ? delimiter(style) : "</" + Html.tag(style) + ">");
        }
    }

    private boolean isPlain(Token.Open open) {
        boolean struck = open.mark == Style.STRIKETHROUGH && flavour == Flavour.COMMONMARK;
        return Token.isDelimiter(open.mark) && !open.html && !struck;
    }

    private static String delimiter(Style style) {
        return switch (style) {
            case STRONG -> "**";
            case EMPHASIS -> "*";
            case STRIKETHROUGH -> "~~";
            case UNDERLINE, SUBSCRIPT, SUPERSCRIPT, SMALL, KEYBOARD, HIGHLIGHT -> "";
        };
    }

    private void closeLink(StringBuilder out, Mark.Link link) {
        hrefs.of(link.destination())
                .ifPresentOrElse(
                        href -> {
                            out.append("](").append(inParentheses(href));
                            title(out, link.title());
                            out.append(')');
                        },
                        () -> out.append(Html.comment("broken link: " + hrefs.describe(link.destination()))));
    }

    /** The address as it must stand between parentheses. */
    static String inParentheses(String href) {
        String escaped = href.indexOf('&') < 0 ? href : REFERENCE.matcher(href).replaceAll("\\\\&");
        return escaped.isEmpty() ? "<>" : escaped;
    }

    static void title(StringBuilder out, String title) {
        if (!title.isBlank()) {
            String line = Chars.joined(title.strip(), ' ');
            out.append(" \"")
                    .append(line.replace("\\", "\\\\").replace("\"", "\\\"").replace("&", "\\&"))
                    .append('"');
        }
    }
}
