package dev.sluice.markdown.writing;

import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Mark.Style;
import java.util.regex.Pattern;

/** Pieces of HTML for what Markdown has no form for. */
final class Html {

    /** The start of what looks like a tag of storage format. Where it is text it must not look like something that leaked. */
    static final Pattern STORAGE_TAG = Pattern.compile("<(?=/?(?:ac|ri|at):)");

    private Html() {}

    static String text(String text) {
        String escaped = text;
        if (escaped.indexOf('&') >= 0) {
            escaped = escaped.replace("&", "&amp;");
        }
        return escaped.replace("<", "&lt;").replace(">", "&gt;").replace("\0", "\uFFFD");
    }

    static String attribute(String value) {
        return Chars.joined(text(value).replace("\"", "&quot;"), ' ');
    }

    /** On one line, and without the end of a comment or a tag of storage format within. */
    static String comment(String text) {
        String line = Chars.joined(text, ' ').strip().replace("--", "-&#45;").replace("<!", "&lt;!");
        line = line.indexOf('<') < 0 ? line : STORAGE_TAG.matcher(line).replaceAll("&lt;");
        return "<!-- " + line + (line.endsWith("-") ? " " : "") + " -->";
    }

    static String styled(String property, String css) {
        return "<span style=\"" + property + ": " + attribute(css) + "\">";
    }

    static String abbreviation(String title) {
        return "<abbr title=\"" + attribute(title) + "\">";
    }

    static String tag(Style style) {
        return switch (style) {
            case STRONG -> "strong";
            case EMPHASIS -> "em";
            case STRIKETHROUGH -> "del";
            case UNDERLINE -> "u";
            case SUBSCRIPT -> "sub";
            case SUPERSCRIPT -> "sup";
            case SMALL -> "small";
            case KEYBOARD -> "kbd";
            case HIGHLIGHT -> "mark";
        };
    }

    static String image(String source, Inline.Image image) {
        StringBuilder tag =
                new StringBuilder("<img src=\"").append(attribute(source)).append('"');
        attribute(tag, "alt", image.alt());
        attribute(tag, "title", image.title());
        attribute(tag, "width", image.frame().width());
        attribute(tag, "height", image.frame().height());
        attribute(tag, "align", image.frame().align());
        return tag.append('>').toString();
    }

    private static void attribute(StringBuilder tag, String name, String value) {
        if (!value.isEmpty()) {
            tag.append(' ').append(name).append("=\"").append(attribute(value)).append('"');
        }
    }
}
