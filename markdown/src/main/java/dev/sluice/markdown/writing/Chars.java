package dev.sluice.markdown.writing;

/** Classes of characters as CommonMark's emphasis rules see them. */
final class Chars {

    private Chars() {}

    static boolean isSpace(int c) {
        return c == 0 || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Every run of ASCII white space as one {@code gap}: what must stand on a line or in an attribute. */
    static String joined(String text, char gap) {
        StringBuilder joined = null;
        boolean within = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || (c >= '\t' && c <= '\r');
            if (joined == null && blank && (within || c != gap)) {
                joined = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (joined != null && !(blank && within)) {
                joined.append(blank ? gap : c);
            }
            within = blank;
        }
        return joined == null ? text : joined.toString();
    }

    static boolean isLetterOrDigit(int c) {
        return Character.isLetterOrDigit(c);
    }

    static boolean isAsciiLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }

    static boolean isAsciiPunctuation(int c) {
        return c > ' ' && c < 127 && !isAsciiLetterOrDigit(c);
    }

    /** Punctuation in every version of the specification. */
    static boolean isSurelyPunctuation(int c) {
        return isAsciiPunctuation(c)
                || switch (Character.getType(c)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }

    /** Punctuation in some version: newer ones count symbols, older ones do not. */
    static boolean isPerhapsPunctuation(int c) {
        return isSurelyPunctuation(c)
                || switch (Character.getType(c)) {
                    case Character.MATH_SYMBOL,
                            Character.CURRENCY_SYMBOL,
                            Character.MODIFIER_SYMBOL,
                            Character.OTHER_SYMBOL -> true;
                    default -> false;
                };
    }
}
