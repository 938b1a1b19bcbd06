package dev.sluice.simulator.content;

import java.util.List;

/** Block elements of a generated body. */
final class Blocks {

    private static final List<String> PANELS = List.of("info", "note", "warning", "tip");
    private static final List<String> CODE = List.of(
            "java|record Point(int x, int y) {\n    boolean near(Point other) { return x < other.x && y > 1; }\n}",
            "bash|#!/bin/sh\nset -eu\nfor f in *.md; do\n  grep -c '|' \"$f\" || true\ndone",
            "sql|select id, count(*)\nfrom page\nwhere version <> 1 and title like '%_%'\ngroup by id;",
            "json|{\"name\": \"a\", \"tags\": [\"x\", \"y\"], \"nested\": {\"end\": \"]]>\"}}",
            "xml|<root attr=\"1\"><![CDATA[ inner ]]></root>",
            "none|plain text with ``` three backticks\n    and indentation\n\ttab",
            "python|def f(x):\n    return [y * 2 for y in x if y & 1]  # odd ones");

    private final Dice dice;
    private final Inline inline;
    private final StringBuilder body = new StringBuilder(12_000);

    Blocks(Dice dice, Inline inline) {
        this.dice = dice;
        this.inline = inline;
        if (dice.chance(15)) {
            body.append("<ac:structured-macro ac:name=\"toc\" ac:schema-version=\"1\" ac:macro-id=\"")
                    .append(inline.macroId())
                    .append("\" />");
        }
    }

    int length() {
        return body.length();
    }

    String finish() {
        return body.toString();
    }

    /** A heading and what belongs under it; stops early when the body is long enough. */
    void section(int enough) {
        int level = 1 + dice.below(4);
        body.append("<h" + level + ">" + Words.topic(dice) + "</h" + level + ">");
        int blocks = 1 + dice.below(4);
        for (int i = 0; i < blocks && body.length() < enough; i++) {
            block();
        }
    }

    private void block() {
        switch (dice.below(16)) {
            case 0, 1 -> list(dice.chance(50) ? "ul" : "ol", 0);
            case 2 -> table();
            case 3 -> code();
            case 4 -> panel();
            case 5 -> expand();
            case 6 -> tasks();
            case 7, 8 -> image();
            case 9 -> body.append("<blockquote><p>").append(inline.text()).append("</p></blockquote>");
            case 10 -> body.append("<hr />");
            case 11 ->
                body.append("<pre>")
                        .append(Xml.escape("$ sluice sync --output-path ./out\n  5 changed"))
                        .append("</pre>");
            case 12 ->
                body.append("<p>First line<br />second line ")
                        .append(inline.pageLink())
                        .append("</p>");
            default -> paragraph();
        }
    }

    private void paragraph() {
        body.append("<p>").append(inline.text()).append("</p>");
    }

    private void list(String element, int depth) {
        body.append('<').append(element).append('>');
        int items = 2 + dice.below(4);
        for (int i = 0; i < items; i++) {
            body.append("<li><p>").append(inline.sentence()).append("</p>");
            if (depth < 3 && dice.chance(15)) {
                list(dice.chance(50) ? "ul" : "ol", depth + 1);
            }
            body.append("</li>");
        }
        body.append("</").append(element).append('>');
    }

    private void table() {
        boolean rich = dice.chance(30);
        int columns = 2 + dice.below(rich ? 2 : 4);
        int rows = 2 + dice.below(rich ? 2 : 5);
        body.append("<table data-layout=\"default\"><colgroup>")
                .append("<col />".repeat(columns))
                .append("</colgroup><tbody><tr>");
        for (int column = 0; column < columns; column++) {
            body.append("<th><p>").append(Words.topic(dice)).append("</p></th>");
        }
        body.append("</tr>");
        for (int cell = 0; cell < rows * columns; cell++) {
            body.append(cell % columns == 0 ? "<tr>" : "").append("<td>");
            cell(rich && dice.chance(35));
            body.append("</td>").append(cell % columns == columns - 1 ? "</tr>" : "");
        }
        body.append("</tbody></table>");
    }

    private void cell(boolean rich) {
        if (!rich) {
            body.append("<p>")
                    .append(dice.chance(30) ? inline.sentence() : Words.noun(dice) + " " + dice.below(1000))
                    .append("</p>");
        } else if (dice.chance(50)) {
            list("ul", 3);
        } else {
            code();
        }
    }

    private void code() {
        String sample = dice.pick(CODE);
        int bar = sample.indexOf('|');
        startMacro("code");
        parameter("language", sample.substring(0, bar));
        if (dice.chance(30)) {
            parameter("title", Words.topic(dice));
        }
        body.append("<ac:plain-text-body>")
                .append(Xml.cdata(sample.substring(bar + 1)))
                .append("</ac:plain-text-body>");
        endMacro();
    }

    private void panel() {
        startMacro(dice.chance(25) ? "panel" : dice.pick(PANELS));
        if (dice.chance(40)) {
            parameter("title", Words.topic(dice));
        }
        richText(() -> {
            paragraph();
            if (dice.chance(30)) {
                list("ul", 3);
            }
        });
        endMacro();
    }

    private void expand() {
        startMacro("expand");
        parameter("title", "More about the " + Words.noun(dice));
        richText(() -> {
            paragraph();
            code();
        });
        endMacro();
    }

    private void tasks() {
        body.append("<ac:task-list>");
        int tasks = 1 + dice.below(4);
        for (int i = 1; i <= tasks; i++) {
            body.append("<ac:task><ac:task-id>")
                    .append(i)
                    .append("</ac:task-id><ac:task-status>")
                    .append(dice.chance(50) ? "complete" : "incomplete")
                    .append("</ac:task-status><ac:task-body>")
                    .append(inline.mention())
                    .append(' ')
                    .append(inline.sentence())
                    .append(" <time datetime=\"2026-0")
                    .append(1 + dice.below(9))
                    .append("-15\" /></ac:task-body></ac:task>");
        }
        body.append("</ac:task-list>");
    }

    private void image() {
        if (!inline.hasAttachments()) {
            paragraph();
            return;
        }
        body.append("<ac:image ac:width=\"")
                .append(100 + dice.below(600))
                .append("\" ac:alt=\"")
                .append(Words.topic(dice))
                .append("\"><ri:attachment ri:filename=\"")
                .append(Xml.escape(inline.ownAttachment()))
                .append("\" /></ac:image>");
    }

    private void startMacro(String name) {
        body.append("<ac:structured-macro ac:name=\"")
                .append(name)
                .append("\" ac:schema-version=\"1\" ac:macro-id=\"")
                .append(inline.macroId())
                .append("\">");
    }

    private void endMacro() {
        body.append("</ac:structured-macro>");
    }

    private void parameter(String name, String value) {
        body.append("<ac:parameter ac:name=\"")
                .append(name)
                .append("\">")
                .append(Xml.escape(value))
                .append("</ac:parameter>");
    }

    private void richText(Runnable content) {
        body.append("<ac:rich-text-body>");
        content.run();
        body.append("</ac:rich-text-body>");
    }
}
