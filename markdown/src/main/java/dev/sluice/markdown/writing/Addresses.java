package dev.sluice.markdown.writing;

import java.util.List;

/** Finds bare web addresses in text, such as readers of Markdown make links of. */
final class Addresses {

    private static final List<String> SCHEMES = List.of("https", "http", "ftp");

    private Addresses() {}

    /** Where the next address begins, or -1. */
    static int next(String text, int from) {
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
        int end = text.indexOf("://", start) + 3;
        while (end < text.length() && !ends(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean ends(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || "<>\u00a0[]*~`\\".indexOf(c) >= 0;
    }
}
