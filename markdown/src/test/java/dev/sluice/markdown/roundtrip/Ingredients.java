package dev.sluice.markdown.roundtrip;

import java.util.List;

/** What a {@link RandomDocument} is made of beside words. */
final class Ingredients {

    static final List<String> STYLES = List.of(
            "strong",
            "em",
            "s",
            "u",
            "sub",
            "sup",
            "code",
            "b",
            "i",
            "del",
            "small",
            "span style=\"color: rgb(1,2,3);\"");

    static final List<String> PUNCTUATION = List.of(
            " ",
            " ",
            " ",
            ", ",
            ". ",
            " &amp; ",
            " &lt;b&gt; ",
            "*",
            "_",
            " - ",
            "&nbsp;",
            "(",
            ") ",
            " [x] ",
            "`",
            "|",
            " # ",
            "~",
            "\"",
            "’",
            "、",
            "\n",
            " 1. ",
            "!",
            "$",
            "\\",
            "&#8203;",
            "<br/>",
            "文",
            "「",
            "」",
            "。",
            "：",
            "שלום",
            "—",
            "…",
            "&nbsp;&nbsp; ",
            "🙂",
            " <time datetime=\"2024-01-02\"/>",
            "<ac:placeholder>Say something</ac:placeholder>",
            "<ac:link><ri:user ri:userkey=\"ada\"/></ac:link>",
            "<ac:structured-macro ac:name=\"jira\"><ac:parameter ac:name=\"key\">A-1</ac:parameter></ac:structured-macro>");

    static final List<String> PANELS = List.of("info", "tip", "note", "warning", "panel");

    static final List<String> CODE_LINES =
            List.of("", "  x", "```", "\t", "a | b", "]]&gt;", "<b>", "~~~", "&amp;", "$ {", "  ", "# no", "- no");

    private Ingredients() {}
}
