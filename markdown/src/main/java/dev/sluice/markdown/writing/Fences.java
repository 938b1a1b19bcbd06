package dev.sluice.markdown.writing;

import dev.sluice.markdown.Flavour;
import dev.sluice.markdown.document.Block;
import java.util.regex.Pattern;

/** Fenced code, with a fence longer than any run of backticks within. */
final class Fences {

    private static final int SHORTEST = 3;

    /** What can stand in Pandoc's attributes. */
    private static final Pattern PANDOC_CLASS = Pattern.compile("|[A-Za-z][A-Za-z0-9_-]*");

    private Fences() {}

    static void write(Output out, Block.CodeBlock code, Flavour flavour) {
        String fence = "`".repeat(Math.max(SHORTEST, longestRun(code.code()) + 1));
        String language = word(code.language());
        boolean attributes =
                flavour == Flavour.PANDOC && PANDOC_CLASS.matcher(language).matches();
        boolean inLine = attributes || (!language.isEmpty() && flavour != Flavour.PANDOC);
        if (!code.note().isEmpty() && !inLine) {
            out.line(Html.comment("code: " + code.note()));
        }
        String info = code.note().isEmpty() || !inLine ? language : language + " " + code.note();
        if (attributes && !code.note().isEmpty()) {
            info = attributes(language, code.note());
        }
        out.line(fence + info);
        if (!code.code().isEmpty()) {
            out.lines(code.code().replace('\0', '\uFFFD'));
        }
        out.line(fence);
    }

    private static String attributes(String language, String note) {
        StringBuilder attributes = new StringBuilder("{");
        attributes.append(language.isEmpty() ? "" : "." + language + " ").append(".numberLines");
        int first = note.indexOf("firstline=");
        if (first >= 0) {
            attributes
                    .append(" startFrom=\"")
                    .append(note, first + "firstline=".length(), note.length())
                    .append('"');
        }
        return attributes.append('}').toString();
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
