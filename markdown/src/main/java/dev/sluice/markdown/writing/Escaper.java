package dev.sluice.markdown.writing;

import dev.sluice.markdown.Flavour;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Writes text so that it reads as text: escapes what Markdown would take for markup, and nothing else, because people
 * read the source as well.
 */
final class Escaper {

    private static final Map<Flavour, boolean[]> SPECIAL = new EnumMap<>(Flavour.class);

    static {
        for (Flavour flavour : Flavour.values()) {
            String own = switch (flavour) {
                case GITHUB -> "$";
                case OBSIDIAN -> "$=%#^";
                case COMMONMARK -> "";
                case PANDOC -> "$^@{-";
            };
            boolean[] special = new boolean['~' + 1];
            Arrays.fill(special, 0, ' ', true);
            for (char c : ("*_~`\\[]!<&" + own).toCharArray()) {
                special[c] = true;
            }
            SPECIAL.put(flavour, special);
        }
    }

    private static final Pattern OBSIDIAN_TAG =
            Pattern.compile("#[\\p{L}\\p{N}\\p{So}_/-]*[\\p{L}\\p{So}_][\\p{L}\\p{N}\\p{So}_/-]*");
    private static final Pattern OBSIDIAN_BLOCK_ID = Pattern.compile("\\^[A-Za-z0-9-]+$");

    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

    private final Flavour flavour;
    private final boolean[] special;
    private final boolean[] careful;
    private final LineStart lineStart;

    Escaper(Flavour flavour) {
        this.flavour = flavour;
        this.special = Objects.requireNonNull(SPECIAL.get(flavour));
        this.careful = special.clone();
        careful[':'] = true;
        careful['.'] = true;
        careful[' '] = true;
        this.lineStart = new LineStart(flavour);
    }

    /**
     * Where a text stands.
     *
     * @param lineStart whether it begins a line that could begin a block
     * @param label whether it is within the brackets of a link or image
     * @param next the character that follows the text, 0 at the end of the line
     * @param struck whether it is within struck text, where a tilde alone would end that
     */
    record Position(boolean lineStart, boolean label, char next, boolean struck) {
        Position(boolean lineStart, boolean label, char next) {
            this(lineStart, label, next, false);
        }
    }

    void append(StringBuilder out, String text, Position at) {
        if (isPlain(text, at.lineStart())) {
            out.append(text);
            return;
        }
        if (at.label() || !Addresses.mayBeIn(text)) {
            escape(out, text, at);
            return;
        }
        int from = 0;
        int searched = 0;
        for (int start = Addresses.next(text, 0); start >= 0; start = Addresses.next(text, searched)) {
            searched = Addresses.end(text, start);
            boolean starts = at.lineStart() && from == 0;
            escape(out, text.substring(from, start), new Position(starts, false, '<', at.struck()));
            from = Addresses.withoutPunctuation(text, start, searched);
            address(out, text.substring(start, from), Addresses.endsThere(text, from, at.next()));
        }
        escape(out, text.substring(from), new Position(at.lineStart() && from == 0, false, at.next(), at.struck()));
    }

    /**
     * A bare address stays bare where readers see its end, for escapes within or behind would become part of it; otherwise
     * it goes into brackets, or is kept from being an address.
     */
    private void address(StringBuilder out, String address, boolean endsThere) {
        StringBuilder escaped = new StringBuilder(address.length() + 8);
        escape(escaped, address, new Position(false, false, 'h'));
        if (escaped.length() == address.length() && endsThere) {
            out.append(address);
        } else if (Addresses.hasScheme(address) && !hasReference(address)) {
            out.append('<').append(address).append('>');
        } else {
            int sign = address.indexOf(Addresses.hasScheme(address) ? ':' : '.');
            out.append(address, 0, sign).append('\\').append(address.charAt(sign));
            escape(out, address.substring(sign + 1), new Position(false, false, 'h'));
        }
    }

    /** Whether a text holds what would be read as a character reference, even within an autolink. */
    static boolean hasReference(String text) {
        return text.indexOf('&') >= 0 && REFERENCE.matcher(text).find();
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

    /**
     * Whether a text is written as it stands, as most are, whatever is around it: it needs no escape, and its white space is
     * settled. False also when that is not certain.
     */
    boolean isPlain(String text, boolean startsLine) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= '~' && careful[c] && !isHarmless(text, i, c)) {
                return false;
            }
        }
        return text.isEmpty() || isPlain(text.charAt(0), text.charAt(text.length() - 1), startsLine);
    }

    private boolean isPlain(char first, char last, boolean startsLine) {
        return first != '\u00a0'
                && last != '\u00a0'
                && (!startsLine || (flavour != Flavour.PANDOC && Character.isLetter(first)));
    }

    /** A space is harmless between two words, a dot or a colon outside of an address. */
    private static boolean isHarmless(String text, int i, char c) {
        return c == ' '
                ? i > 0 && i + 1 < text.length() && text.charAt(i + 1) != ' '
                : (c == '.' || c == ':') && !Addresses.isSign(text, i);
    }

    /** Whether a character is nothing but itself, wherever it stands within a line. */
    private boolean isPlain(char c) {
        return c > '~' || !special[c];
    }

    private int run(StringBuilder out, String text, int from, Position at) {
        char c = text.charAt(from);
        int end = from + 1;
        while (end < text.length() && text.charAt(end) == c) {
            end++;
        }
        int before = from > 0 ? text.codePointBefore(from) : last(out);
        int after = end < text.length() ? text.codePointAt(end) : at.next();
        boolean plain = isPlain(c, end - from, before, after) && !(c == '~' && at.struck());
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
            case '_' ->
                alone
                        || ((length == 1 || flavour != Flavour.PANDOC)
                                && Chars.isLetterOrDigit(before)
                                && Chars.isLetterOrDigit(after));
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
        } else if (c == '<' && isAt(Html.STORAGE_TAG, text, i)) {
            out.append("&lt;");
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
            case '\\' -> flavour == Flavour.PANDOC || next == 0 || next == '\n' || Chars.isAsciiPunctuation(next);
            case '[' -> at.label() || opensSomething(text, i, next, at);
            case ']' -> at.label() || (i + 1 == text.length() && !Chars.isSpace(next)) || isOneOf(next, "([:{");
            case '!' -> next == '[';
            case '<' ->
                Character.isLetter(next) || isOneOf(next, "/!?") || (i + 1 == text.length() && !Chars.isSpace(next));
            case '&' -> isAt(REFERENCE, text, i);
            case '$' ->
                flavour == Flavour.PANDOC || (out.lastIndexOf("$") >= 0 && !Chars.isSpace(before(out, text, i)));
            case '=', '%' -> next == text.charAt(i);
            case '#' -> Chars.isSpace(before(out, text, i)) && isAt(OBSIDIAN_TAG, text, i);
            case '^' -> flavour == Flavour.PANDOC || next == '[' || isBlockId(out, text, i, at);
            case '{' -> true;
            case '-' -> next == '-';
            case '@' -> next > ' ' && !Chars.isLetterOrDigit(before(out, text, i));
            default -> false;
        };
    }

    private static int before(StringBuilder out, String text, int i) {
        return i > 0 ? text.codePointBefore(i) : last(out);
    }

    private static boolean isAt(Pattern pattern, String text, int i) {
        return pattern.matcher(text).region(i, text.length()).lookingAt();
    }

    /** The name that Obsidian gives a paragraph, at its end. */
    private static boolean isBlockId(StringBuilder out, String text, int i, Position at) {
        boolean end = at.next() == 0 || at.next() == '\n';
        return end && Chars.isSpace(before(out, text, i)) && isAt(OBSIDIAN_BLOCK_ID, text, i);
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
