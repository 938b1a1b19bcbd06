package dev.sluice.markdown.writing;

import dev.sluice.markdown.document.Block;

/** Fenced code, with a fence longer than any run of backticks within. */
final class Fences {

    private static final int SHORTEST = 3;

    private Fences() {}

    static void write(Output out, Block.CodeBlock code) {
        String fence = "`".repeat(Math.max(SHORTEST, longestRun(code.code()) + 1));
        String language = word(code.language());
        if (language.isEmpty() && !code.note().isEmpty()) {
            out.line(Html.comment("code: " + code.note()));
        }
        String info = language.isEmpty() || code.note().isEmpty() ? language : language + " " + code.note();
        out.line(fence + info);
        if (!code.code().isEmpty()) {
            out.lines(code.code().replace('\0', '\uFFFD'));
        }
        out.line(fence);
    }

    /** The first word of the line after the fence is the language; backticks cannot stand there. */
    private static String word(String language) {
        return Chars.joined(language.strip(), '-').replace("`", "'");
    }

    private static int longestRun(String code) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < code.length(); i++) {
            run = code.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
