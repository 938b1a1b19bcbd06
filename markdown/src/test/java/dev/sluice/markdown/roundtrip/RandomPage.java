package dev.sluice.markdown.roundtrip;

import java.util.List;
import java.util.Random;

/** Writes small pages full of characters that Markdown gives a meaning, in all styles and places. */
final class RandomPage {

    private static final List<String> TEXTS = List.of(
            "*",
            "**",
            "_",
            "__",
            "~",
            "~~",
            "`",
            "``",
            "[",
            "]",
            "(",
            ")",
            "!",
            "&lt;",
            "&gt;",
            "&amp;",
            "&amp;amp;",
            "\\",
            "#",
            "##",
            "+",
            "-",
            "--",
            "---",
            ".",
            "1",
            "1.",
            "2)",
            "=",
            "==",
            "|",
            ":",
            ":-",
            "\"",
            "'",
            "a",
            "b",
            "word",
            " ",
            " ",
            " ",
            " ",
            "\n",
            "“",
            "”",
            "€",
            "é",
            "文字",
            "「",
            "。",
            "：",
            "שלום",
            "—",
            "…",
            "🙂",
            "\u00a0",
            "$",
            "{",
            "}",
            "^",
            "@",
            ";",
            ",",
            "?",
            "/",
            "%%",
            "https://x.example/a_b_",
            "www.x.example",
            "[x]",
            "[ ] ",
            "[a](b)",
            "[a]: b",
            "&lt;b&gt;",
            "&lt;!--",
            "a_b",
            "*a*",
            "_a_",
            "**a**",
            "~~~",
            "```",
            "</p><p>");

    private static final List<String> STYLES =
            List.of("strong", "em", "s", "u", "code", "sub", "b", "i", "a href=\"https://l.example/x_(y)\"");

    private static final List<String> PLACES =
            List.of("p", "p", "p", "h2", "li", "blockquote", "td", "th", "td colspan=\"2\"", "li>p", "blockquote>p");

    private final Random random;

    RandomPage(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        StringBuilder page = new StringBuilder();
        int blocks = 1 + random.nextInt(3);
        for (int i = 0; i < blocks; i++) {
            block(page, PLACES.get(random.nextInt(PLACES.size())));
        }
        return page.toString();
    }

    private void block(StringBuilder page, String place) {
        StringBuilder content = new StringBuilder();
        content(content, 0);
        boolean single = !place.equals("p");
        String text = single ? content.toString().replace("</p><p>", " ") : content.toString();
        switch (place) {
            case "li" -> page.append("<ul><li>").append(text).append("</li></ul>");
            case "li>p" -> page.append("<ol><li><p>").append(text).append("</p></li><li>x</li></ol>");
            case "blockquote>p" -> page.append("<blockquote><p>").append(text).append("</p></blockquote>");
            case "td", "th", "td colspan=\"2\"" ->
                page.append("<table><tr><")
                        .append(place)
                        .append(">")
                        .append(text)
                        .append("</")
                        .append(place, 0, 2)
                        .append("><td>x</td></tr></table>");
            default ->
                page.append('<')
                        .append(place)
                        .append('>')
                        .append(text)
                        .append("</")
                        .append(place)
                        .append('>');
        }
    }

    private void content(StringBuilder out, int depth) {
        int pieces = 1 + random.nextInt(6);
        for (int i = 0; i < pieces; i++) {
            if (depth < 3 && random.nextInt(4) == 0) {
                String style = STYLES.get(random.nextInt(STYLES.size()));
                StringBuilder inner = new StringBuilder();
                content(inner, depth + 1);
                out.append('<')
                        .append(style)
                        .append('>')
                        .append(inner.toString().replace("</p><p>", ""));
                out.append("</").append(style.split(" ", 2)[0]).append('>');
            } else if (random.nextInt(12) == 0) {
                out.append("<br/>");
            } else {
                out.append(TEXTS.get(random.nextInt(TEXTS.size())));
            }
        }
    }
}
