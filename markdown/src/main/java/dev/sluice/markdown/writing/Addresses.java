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

    static boolean hasScheme(String address) {
        return !address.startsWith(WWW);
    }

    /** Where the next address begins, or -1. */
    static int next(String text, int from) {
        int schemed = schemed(text, from);
        int www = text.indexOf(WWW, from);
        while (www > 0 && www > from && Chars.isLetterOrDigit(text.codePointBefore(www))) {
            www = text.indexOf(WWW, www + 1);
        }
        return www >= 0 && (schemed < 0 || www < schemed) ? www : schemed;
    }

    private static int schemed(String text, int from) {
        for (int colon = text.indexOf("://", from); colon >= 0; colon = text.indexOf("://", colon + 1)) {
            for (String scheme : SCHEMES) {
                int start = colon - scheme.length();
                if (start >= from && text.startsWith(scheme, start) && end(text, start) > colon + 3) {
                    return start;
                }
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
        boolean reference = last < end && text.charAt(last) == ';' && text.lastIndexOf('&', last) > start;
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
