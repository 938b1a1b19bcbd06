package dev.sluice.markdown.writing;

import java.util.List;

/** Finds bare web addresses in text, such as readers of Markdown make links of. */
final class Addresses {

    /** How an address without a scheme begins. */
    static final String WWW = "www.";

    private static final List<String> SCHEMES = List.of("https", "http", "ftp");

    private Addresses() {}

    /** Whether it is worth a look. */
    static boolean mayBeIn(String text) {
        return text.contains("://") || text.contains(WWW);
    }

    /** Whether a colon or dot may be part of an address. */
    static boolean isSign(String text, int at) {
        return text.charAt(at) == ':' ? text.startsWith("://", at) : text.startsWith(WWW, at + 1 - WWW.length());
    }

    static boolean hasScheme(String address) {
        return !address.startsWith(WWW);
    }

    /** Where the next address begins, or -1. */
    static int next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 'w' && text.startsWith(WWW, i) && (i == 0 || !Chars.isLetterOrDigit(text.codePointBefore(i)))) {
                return i;
            }
            if (c == ':' && text.startsWith("://", i)) {
                int start = schemed(text, from, i);
                if (start >= 0) {
                    return start;
                }
            }
        }
        return -1;
    }

    /** Where the address begins that has its colon there, or -1 when it is none. */
    private static int schemed(String text, int from, int colon) {
        boolean more = colon + 3 < text.length() && !ends(text.charAt(colon + 3));
        for (String scheme : SCHEMES) {
            int start = colon - scheme.length();
            if (more && start >= from && text.startsWith(scheme, start)) {
                return start;
            }
        }
        return -1;
    }

    /** Where the address ends that begins at {@code start}, sentence punctuation included. */
    static int end(String text, int start) {
        int end = text.startsWith(WWW, start) ? start + WWW.length() : text.indexOf("://", start) + 3;
        while (end < text.length() && !ends(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean ends(char c) {
        return isSpace(c) || "<>[]*~`\\".indexOf(c) >= 0;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || c == '\u00a0';
    }

    /** Where the address ends without the punctuation that belongs to the sentence around it. */
    static int withoutPunctuation(String text, int start, int end) {
        int last = end;
        while (last > start && ".,:;!?)]}'\"*_~`\\|".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        int name = last;
        while (name > start && Chars.isAsciiLetterOrDigit(text.charAt(name - 1))) {
            name--;
        }
        boolean reference = last < end && text.charAt(last) == ';' && name > start && text.charAt(name - 1) == '&';
        return reference ? last + 1 : last;
    }

    /** Whether readers see that an address ends at {@code end}: before a space, or before punctuation and a space. */
    static boolean endsThere(String text, int end, char next) {
        int at = end;
        while (at < text.length() && ".,:;!?)'\"".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        char after = at < text.length() ? text.charAt(at) : next;
        boolean edge = at == text.length() && (after == 0 || after == '<' || after == '\\');
        return edge || (isSpace(after) && after != '\u00a0');
    }
}
