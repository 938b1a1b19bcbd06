package dev.sluice.markdown.writing;

import dev.sluice.markdown.Flavour;
import java.util.regex.Pattern;

/** Keeps text at the start of a line from being read as a heading, list, quotation, rule, fence or table. */
final class LineStart {

    private static final Pattern PANDOC_LIST =
            Pattern.compile("(?:\\(?(?:[0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+|#|@[\\w-]*)[.)]|[:~])(?:\\s|$)");

    private static final int LONGEST_LABEL = 1001;

    private final Flavour flavour;

    LineStart(Flavour flavour) {
        this.flavour = flavour;
    }

    /** Writes the part of the text that needs care and returns how much of it was written. */
    int append(StringBuilder out, String text, char next) {
        if (text.isEmpty()) {
            return 0;
        }
        char first = text.charAt(0);
        int digits = digits(text);
        if (digits > 0) {
            return number(out, text, digits, next);
        }
        if (escapes(first, text, next) || (flavour == Flavour.PANDOC && pandoc(first, text))) {
            out.append('\\').append(first);
            return 1;
        }
        return 0;
    }

    /** Whether a paragraph would be read as the definition of a link; code within does not hide the brackets. */
    static boolean isDefinition(String line) {
        if (!line.startsWith("[")) {
            return false;
        }
        for (int i = 1; i < Math.min(line.length() - 1, LONGEST_LABEL); i++) {
            switch (line.charAt(i)) {
                case '\\' -> i++;
                case '[' -> {
                    return false;
                }
                case ']' -> {
                    return line.charAt(i + 1) == ':';
                }
                default -> {}
            }
        }
        return false;
    }

    private static int digits(String text) {
        int count = 0;
        while (count < text.length() && count < 10 && text.charAt(count) >= '0' && text.charAt(count) <= '9') {
            count++;
        }
        return count;
    }

    private static int number(StringBuilder out, String text, int digits, char next) {
        out.append(text, 0, digits);
        boolean dot = digits < text.length() && (text.charAt(digits) == '.' || text.charAt(digits) == ')');
        if (digits < 10 && dot && endsMarker(text, digits + 1, next)) {
            out.append('\\').append(text.charAt(digits));
            return digits + 1;
        }
        return digits;
    }

    private static boolean endsMarker(String text, int at, char next) {
        return at < text.length() ? text.charAt(at) == ' ' || text.charAt(at) == '\t' : Chars.isSpace(next);
    }

    private static boolean escapes(char first, String text, char next) {
        return switch (first) {
            case '>' -> true;
            case '#' -> hashes(text) <= 6 && (hashes(text) == text.length() || endsMarker(text, hashes(text), next));
            case '-', '+', '*' -> endsMarker(text, 1, next) || only(text, first + " ") || only(text, "|:- ");
            case '_', '=' -> only(text, first + " ");
            case '~' -> text.startsWith("~~~");
            case '|', ':' -> only(text, "|:- ");
            default -> false;
        };
    }

    private static boolean pandoc(char first, String text) {
        boolean grid = first == '+' && only(text, "+-=: ");
        return first == '%'
                || first == '|'
                || grid
                || text.startsWith(":::")
                || PANDOC_LIST.matcher(text).lookingAt();
    }

    private static int hashes(String text) {
        int count = 0;
        while (count < text.length() && text.charAt(count) == '#') {
            count++;
        }
        return count;
    }

    private static boolean only(String text, String allowed) {
        for (int i = 0; i < text.length(); i++) {
            if (allowed.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
