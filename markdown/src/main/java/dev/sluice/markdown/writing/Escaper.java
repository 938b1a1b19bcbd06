package dev.sluice.markdown.writing;

import dev.sluice.markdown.Flavour;
import java.util.regex.Pattern;

/**
 * Writes text so that it reads as text: escapes what Markdown would take for markup, and nothing else, because people
 * read the source as well.
 */
final class Escaper {

    private static final boolean[] SPECIAL = new boolean['~' + 1];

    static {
        for (char c : "*_~`\\[]!<&$=%^@".toCharArray()) {
            SPECIAL[c] = true;
        }
    }

    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

    private final Flavour flavour;
    private final LineStart lineStart;

    Escaper(Flavour flavour) {
        this.flavour = flavour;
        this.lineStart = new LineStart(flavour);
    }

    /**
     * Where a text stands.
     *
     * @param lineStart whether it begins a line that could begin a block
     * @param label whether it is within the brackets of a link or image
     * @param next the character that follows the text, 0 at the end of the line
     */
    record Position(boolean lineStart, boolean label, char next) {}

    void append(StringBuilder out, String text, Position at) {
        if (at.label() || !text.contains("://")) {
            escape(out, text, at);
            return;
        }
        int from = 0;
        int searched = 0;
        for (int start = Addresses.next(text, 0); start >= 0; start = Addresses.next(text, searched)) {
            searched = Addresses.end(text, start);
            escape(out, text.substring(from, start), new Position(at.lineStart() && from == 0, false, '<'));
            from = withoutPunctuation(text, start, searched);
            address(out, text.substring(start, from));
        }
        escape(out, text.substring(from), new Position(at.lineStart() && from == 0, false, at.next()));
    }

    /** A bare address stays bare, for escapes within would become part of it; if it needs any it goes into brackets. */
    private void address(StringBuilder out, String address) {
        StringBuilder escaped = new StringBuilder(address.length() + 8);
        escape(escaped, address, new Position(false, false, 'h'));
        if (escaped.length() == address.length() || hasReference(address)) {
            out.append(escaped);
        } else {
            out.append('<').append(address).append('>');
        }
    }

    /** Whether a text holds what would be read as a character reference, even within an autolink. */
    static boolean hasReference(String text) {
        return text.indexOf('&') >= 0 && REFERENCE.matcher(text).find();
    }

    private static int withoutPunctuation(String text, int start, int end) {
        int last = end;
        while (last > start && ".,:!?)]}'\"*_~`\\|".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return last;
    }

    private void escape(StringBuilder out, String text, Position at) {
        int i = at.lineStart() ? lineStart.append(out, text, at.next()) : 0;
        while (i < text.length()) {
            int plain = i;
            while (i < text.length() && isPlain(text.charAt(i))) {
                i++;
            }
            out.append(text, plain, i);
            if (i == text.length()) {
                return;
            }
            char c = text.charAt(i);
            if (c == '*' || c == '_' || c == '~') {
                i = run(out, text, i, at);
            } else {
                special(out, text, i, at);
                i++;
            }
        }
    }

    /** Whether a character is nothing but itself, wherever it stands within a line. */
    private static boolean isPlain(char c) {
        return c > '~' || (c >= ' ' && !SPECIAL[c]);
    }

    private int run(StringBuilder out, String text, int from, Position at) {
        char c = text.charAt(from);
        int end = from + 1;
        while (end < text.length() && text.charAt(end) == c) {
            end++;
        }
        int before = from > 0 ? text.codePointBefore(from) : last(out);
        int after = end < text.length() ? text.codePointAt(end) : at.next();
        boolean plain = isPlain(c, end - from, before, after);
        for (int i = from; i < end; i++) {
            if (!plain) {
                out.append('\\');
            }
            out.append(c);
        }
        return end;
    }

    private boolean isPlain(char c, int length, int before, int after) {
        boolean alone = Chars.isSpace(before) && Chars.isSpace(after);
        return switch (c) {
            case '_' -> alone || (Chars.isLetterOrDigit(before) && Chars.isLetterOrDigit(after));
            case '~' ->
                flavour != Flavour.PANDOC
                        && (alone || (length == 1 && Chars.isSpace(before) && Chars.isLetterOrDigit(after)));
            default -> alone;
        };
    }

    private static int last(StringBuilder out) {
        return out.isEmpty() ? '\n' : out.codePointBefore(out.length());
    }

    private void special(StringBuilder out, String text, int i, Position at) {
        char c = text.charAt(i);
        char next = i + 1 < text.length() ? text.charAt(i + 1) : at.next();
        if (c == 0) {
            out.append('\uFFFD');
        } else if (c >= ' ' || c == '\t') {
            if (needsEscape(out, text, i, next, at)) {
                out.append('\\');
            }
            out.append(c);
        }
    }

    private boolean needsEscape(StringBuilder out, String text, int i, char next, Position at) {
        return switch (text.charAt(i)) {
            case '`' -> true;
            case '\\' -> next == 0 || next == '\n' || Chars.isAsciiPunctuation(next);
            case '[' -> at.label() || opensSomething(text, i, next, at);
            case ']' -> at.label() || (i + 1 == text.length() && !Chars.isSpace(next)) || isOneOf(next, "([:{");
            case '!' -> next == '[';
            case '<' ->
                Character.isLetter(next) || isOneOf(next, "/!?") || (i + 1 == text.length() && !Chars.isSpace(next));
            case '&' -> REFERENCE.matcher(text).region(i, text.length()).lookingAt();
            case '$' -> flavour != Flavour.COMMONMARK && !Chars.isSpace(i > 0 ? text.codePointBefore(i) : last(out));
            case '=' -> flavour == Flavour.OBSIDIAN && next == '=';
            case '%' -> flavour == Flavour.OBSIDIAN && next == '%';
            case '^' -> flavour == Flavour.PANDOC;
            case '@' ->
                flavour == Flavour.PANDOC
                        && Chars.isLetterOrDigit(next)
                        && Chars.isSpace(i > 0 ? text.codePointBefore(i) : last(out));
            default -> false;
        };
    }

    private boolean opensSomething(String text, int i, char next, Position at) {
        if (flavour == Flavour.PANDOC || next == '^' || (next == '[' && flavour == Flavour.OBSIDIAN)) {
            return true;
        }
        boolean first = i == 0 && at.lineStart();
        return first && (next == '!' || text.startsWith("[ ]") || text.startsWith("[x]") || text.startsWith("[X]"));
    }

    private static boolean isOneOf(char c, String choice) {
        return choice.indexOf(c) >= 0;
    }
}
