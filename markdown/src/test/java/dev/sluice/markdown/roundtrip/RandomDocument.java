package dev.sluice.markdown.roundtrip;

import java.util.List;
import java.util.Random;

/** Writes valid storage format: every element and the macros of the editors, within each other, around numbered words. */
final class RandomDocument {

    private static final int DEEPEST = 4;

    private final Random random;
    private int words;

    RandomDocument(long seed) {
        this.random = new Random(seed);
    }

    /** The next document; its words are numbered from 1. */
    String next() {
        words = 0;
        StringBuilder page = new StringBuilder();
        blocks(page, 0, 1 + random.nextInt(3));
        return page.toString();
    }

    private void blocks(StringBuilder page, int depth, int count) {
        for (int i = 0; i < count; i++) {
            block(page, depth);
        }
    }

    private void block(StringBuilder page, int depth) {
        int kind = depth >= DEEPEST ? 0 : random.nextInt(24);
        switch (kind) {
            case 3 -> element(page, "h" + (1 + random.nextInt(6)), () -> line(page, depth));
            case 4, 5 -> list(page, depth);
            case 6 -> tasks(page, depth);
            case 7, 8 -> table(page, depth);
            case 9 -> code(page);
            case 10 -> macro(page, "noformat", "", () -> plain(page));
            case 11 -> element(page, "blockquote", () -> blocks(page, depth + 1, 1 + random.nextInt(2)));
            case 12 -> macro(page, pick(Ingredients.PANELS), title(), () -> rich(page, depth));
            case 13 -> macro(page, "expand", parameter("title", word()), () -> rich(page, depth));
            case 14 -> layout(page, depth);
            case 15 ->
                macro(page, pick(List.of("excerpt", "section", "column", "details")), "", () -> rich(page, depth));
            case 16 -> page.append("<hr/>");
            case 17 ->
                element(page, "pre", () -> page.append(word()).append("\n  ").append(word()));
            case 18 -> macro(page, "frobnicate", parameter("x", "one"), () -> rich(page, depth));
            case 19 -> macro(page, "frobnicate", "", () -> plain(page));
            case 20 -> definitions(page, depth);
            case 21 -> adfPanel(page, depth);
            case 22 -> element(page, "div", () -> blocks(page, depth + 1, 1 + random.nextInt(2)));
            case 23 -> element(page, "p style=\"text-align: center;\"", () -> line(page, depth));
            default -> element(page, "p", () -> line(page, depth));
        }
    }

    private static void element(StringBuilder page, String tag, Runnable content) {
        int space = tag.indexOf(' ');
        page.append('<').append(tag).append('>');
        content.run();
        page.append("</").append(space < 0 ? tag : tag.substring(0, space)).append('>');
    }

    private void list(StringBuilder page, int depth) {
        String tag = pick(List.of("ul", "ul", "ol", "ol start=\"4\""));
        element(page, tag, () -> {
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                element(page, "li", () -> entry(page, depth));
            }
        });
    }

    /** A line, blocks, or a line and blocks. */
    private void entry(StringBuilder page, int depth) {
        int kind = random.nextInt(4);
        if (kind < 3) {
            line(page, depth);
        }
        if (kind > 1) {
            blocks(page, depth + 1, 1 + random.nextInt(2));
        }
    }

    private void tasks(StringBuilder page, int depth) {
        element(page, "ac:task-list", () -> {
            for (int i = 0; i < 1 + random.nextInt(2); i++) {
                String state = random.nextBoolean() ? "complete" : "incomplete";
                page.append("<ac:task><ac:task-id>").append(i).append("</ac:task-id><ac:task-status>");
                page.append(state).append("</ac:task-status>");
                element(page, "ac:task-body", () -> {
                    line(page, depth);
                    if (random.nextInt(4) == 0) {
                        list(page, depth + 1);
                    }
                });
                page.append("</ac:task>");
            }
        });
    }

    private void table(StringBuilder page, int depth) {
        int columns = 1 + random.nextInt(3);
        int rows = 1 + random.nextInt(3);
        int headings = random.nextInt(4);
        boolean simple = random.nextBoolean();
        element(
                page,
                "table",
                () -> element(page, "tbody", () -> {
                    for (int row = 0; row < rows; row++) {
                        boolean first = row == 0;
                        element(page, "tr", () -> {
                            for (int column = 0; column < columns; column++) {
                                boolean heading = (first && headings > 0) || (column == 0 && headings == 2);
                                cell(page, heading ? "th" : "td", simple, depth);
                            }
                        });
                    }
                }));
    }

    private void cell(StringBuilder page, String tag, boolean simple, int depth) {
        String attributes = switch (random.nextInt(10)) {
            case 0 -> simple ? "" : pick(List.of(" colspan=\"2\"", " rowspan=\"2\""));
            case 1 -> " style=\"text-align: right;\"";
            case 2 -> " data-highlight-colour=\"#ff00ff\"";
            default -> "";
        };
        element(page, tag + attributes, () -> {
            switch (random.nextInt(simple ? 4 : 6)) {
                case 0 -> {}
                case 1 -> line(page, depth);
                case 2, 3 -> element(page, "p", () -> line(page, depth));
                default -> blocks(page, depth + 1, 1 + random.nextInt(2));
            }
        });
    }

    private void code(StringBuilder page) {
        String language = pick(List.of("", "java", "c++", "html/xml", "none"));
        String parameters = language.isEmpty() ? "" : parameter("language", language);
        macro(page, "code", parameters + (random.nextInt(4) == 0 ? title() : ""), () -> plain(page));
    }

    private void plain(StringBuilder page) {
        page.append("<ac:plain-text-body><![CDATA[");
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            page.append(pick(Ingredients.CODE_LINES))
                    .append(random.nextBoolean() ? word() : "")
                    .append(i % 2 == 0 ? "\n" : "");
        }
        page.append(word()).append("]]></ac:plain-text-body>");
    }

    private void rich(StringBuilder page, int depth) {
        element(page, "ac:rich-text-body", () -> blocks(page, depth + 1, 1 + random.nextInt(2)));
    }

    private void layout(StringBuilder page, int depth) {
        element(
                page,
                "ac:layout",
                () -> element(page, "ac:layout-section ac:type=\"two_equal\"", () -> {
                    element(page, "ac:layout-cell", () -> blocks(page, depth + 1, 1));
                    element(page, "ac:layout-cell", () -> blocks(page, depth + 1, 1));
                }));
    }

    private void definitions(StringBuilder page, int depth) {
        element(page, "dl", () -> {
            element(page, "dt", () -> line(page, DEEPEST));
            element(page, "dd", () -> entry(page, depth));
        });
    }

    private void adfPanel(StringBuilder page, int depth) {
        element(
                page,
                "ac:adf-extension",
                () -> element(page, "ac:adf-node type=\"panel\"", () -> {
                    page.append("<ac:adf-attribute key=\"panel-type\">note</ac:adf-attribute>");
                    element(page, "ac:adf-content", () -> blocks(page, depth + 1, 1));
                }));
    }

    private void line(StringBuilder page, int depth) {
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            inline(page, depth + 1);
            if (random.nextInt(3) > 0) {
                page.append(pick(Ingredients.PUNCTUATION));
            }
        }
    }

    private void inline(StringBuilder page, int depth) {
        int kind = depth > DEEPEST ? 0 : random.nextInt(20);
        switch (kind) {
            case 8, 9, 10, 11 -> element(page, pick(Ingredients.STYLES), () -> line(page, depth + 1));
            case 12 -> element(page, "a href=\"https://x.example/" + word() + "?a=b&amp;c=(d)\"", () -> linked(page));
            case 13 -> pageLink(page);
            case 14 -> image(page);
            case 15 -> macro(page, "status", parameter("colour", "Red") + title(), () -> {});
            case 16 -> element(page, "ac:inline-comment-marker ac:ref=\"r\"", () -> line(page, depth + 1));
            case 17 -> macro(page, "anchor", parameter("", "here"), () -> {});
            case 18 -> element(page, "span style=\"background-color: #ffff00;\"", () -> line(page, depth + 1));
            case 19 -> page.append("<ac:emoticon ac:name=\"smile\"/>");
            default -> page.append(word());
        }
    }

    private void linked(StringBuilder page) {
        if (random.nextInt(4) == 0) {
            image(page);
        } else {
            line(page, DEEPEST);
        }
    }

    private void pageLink(StringBuilder page) {
        element(page, "ac:link", () -> {
            page.append("<ri:page ri:content-title=\"Page (1) & [2]\"/>".replace("&", "&amp;"));
            if (random.nextBoolean()) {
                page.append("<ac:plain-text-link-body><![CDATA[")
                        .append(word())
                        .append(" ]")
                        .append(word());
                page.append("]]></ac:plain-text-link-body>");
            } else {
                element(page, "ac:link-body", () -> line(page, DEEPEST));
            }
        });
    }

    private void image(StringBuilder page) {
        String size = random.nextInt(3) == 0 ? " ac:width=\"100\"" : "";
        page.append("<ac:image ac:alt=\"").append(word()).append("\"").append(size);
        page.append("><ri:attachment ri:filename=\"a ")
                .append(random.nextInt(9))
                .append(".png\"/>");
        if (random.nextInt(4) == 0) {
            element(page, "ac:caption", () -> element(page, "p", () -> page.append(word())));
        }
        page.append("</ac:image>");
    }

    private void macro(StringBuilder page, String name, String parameters, Runnable body) {
        String tag = random.nextInt(8) == 0 ? "ac:macro" : "ac:structured-macro";
        element(page, tag + " ac:name=\"" + name + "\"", () -> {
            page.append(parameters);
            body.run();
        });
    }

    private String title() {
        return parameter("title", word());
    }

    private static String parameter(String name, String value) {
        return "<ac:parameter ac:name=\"%s\">%s</ac:parameter>".formatted(name, value);
    }

    private String word() {
        return "w" + ++words;
    }

    private String pick(List<String> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
