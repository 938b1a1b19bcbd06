package dev.sluice.markdown;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Bodies of one thing over and over: each makes a converter slow that looks at anything more than a few times. */
public final class HostilePages {

    private static final String NEST = "<ac:structured-macro ac:name=\"%s\"><ac:rich-text-body>";
    private static final String PARAMETER = "<ac:parameter ac:name=\"%s\">%s</ac:parameter>";

    private final Map<String, IntFunction<String>> pages = new LinkedHashMap<>();

    private HostilePages() {}

    /** Names and makers; a maker takes the length in characters. */
    public static Map<String, IntFunction<String>> all() {
        HostilePages pages = new HostilePages();
        pages.deep();
        pages.unclosed();
        pages.inline();
        pages.blocks();
        pages.places();
        pages.characters();
        pages.tables();
        pages.code();
        pages.attributes();
        pages.macros();
        return pages.pages;
    }

    private void repeated(String name, String piece) {
        pages.put(name, size -> piece.repeat(size / piece.length()));
    }

    /** One start and end around many of the same. */
    private void within(String name, String start, String piece, String end) {
        pages.put(name, size -> start + piece.repeat(size / piece.length()) + end);
    }

    /** A number stands for {@code #N}, so that no two pieces are the same. */
    private void numbered(String name, String start, String piece, String end) {
        pages.put(name, size -> {
            StringBuilder page = new StringBuilder(start);
            for (int i = 0; page.length() < size; i++) {
                page.append(piece.replace("#N", Integer.toString(i)));
            }
            return page.append(end).toString();
        });
    }

    private void deep() {
        repeated("deep quotations", "<blockquote>");
        repeated("deep lists", "<ul><li>");
        repeated("deep lists with text", "<ul><li>x");
        repeated("deep tables", "<table><tr><td>");
        repeated("deep HTML tables", "<table><tr><td colspan='2'>");
        repeated("deep styles", "<strong><em>x");
        repeated("deep spans", "<span style=\"color: red\"><span style=\"color: blue\">x");
        repeated("deep mixed styles", "<b><i><u><s><sub><a href=\"x\">y");
        repeated("deep links", "<a href=\"x\">y");
        repeated("deep macros", NEST.formatted("info"));
        repeated("deep unknown macros", NEST.formatted("x"));
        repeated("deep page properties", NEST.formatted("details") + "<p>x</p>");
        repeated("deep excerpts", NEST.formatted("excerpt") + "x");
        repeated("deep parameters", "<ac:structured-macro ac:name=\"x\"><ac:parameter ac:name=\"p\">");
        repeated("deep references", "<ac:link><ri:attachment ri:filename=\"a\"><ri:page>");
        repeated("deep headings", "<h1>x");
        repeated("deep containers", "<div>");
        repeated("deep tasks", "<ac:task-list><ac:task><ac:task-body>x");
        repeated("deep definitions", "<dl><dd>x");
        repeated("deep layouts", "<ac:layout><ac:layout-section><ac:layout-cell>");
        repeated("deep document nodes", "<ac:adf-extension><ac:adf-node type=\"panel\"><ac:adf-content>x");
        within("quotations in a cell", "<table><tr><td colspan='2'>", "<blockquote>", "");
        within("lists in a cell", "<table><tr><td colspan='2'>", "<ul><li>x", "");
    }

    private void unclosed() {
        repeated("entries in entries", "<li>x");
        repeated("rows in rows", "<tr>");
        repeated("cells in cells", "<td>x");
        repeated("paragraphs in paragraphs", "<p>x");
        repeated("open breaks", "<br>x");
        repeated("open rules", "<hr>x");
        repeated("open images", "<img src=\"a.png\">");
        repeated("open code", "<code>x");
        repeated("open lines of code", "<pre>x");
        within("open parameters", "<ac:structured-macro ac:name=\"x\">", "<ac:parameter ac:name=\"p\">y", "");
        repeated("open pictures", "<ac:image><ri:attachment ri:filename=\"a\">x");
        within("open references", "<ac:link>", "<ri:page ri:content-title=\"a\">x", "");
        repeated("open numbers of tasks", "<ac:task-list><ac:task><ac:task-id>1");
        repeated("open dates", "<time datetime=\"2026-01-01\">");
        repeated("open document nodes", "<ac:adf-extension><ac:adf-node type=\"x\"/><ac:adf-attribute>x");
        repeated("open comments", "<!--");
        repeated("open tags", "<a ");
        repeated("less than", "<");
        repeated("stray ends", "</p>");
        pages.put("starts, then stray ends", size -> "<b>".repeat(size / 8) + "</i>".repeat(size / 7));
        pages.put("ends far from their starts", size -> ("<i>" + "<b>".repeat(400) + "</i>").repeat(size / 1207));
    }

    private void inline() {
        repeated("styles side by side", "<b>x</b><i>y</i>");
        repeated("styles with spaces", "<b>x</b> <i>y</i> ");
        within("styles in one paragraph", "<p>", "<b>x<i>y<u>z</u></i></b>", "</p>");
        within("stars about to open", "<b>a <i>(x</i>", "y <i>(x</i>", "</b>");
        repeated("breaks", "<br/>");
        repeated("text and breaks", "a<br/>");
        repeated("code side by side", "<code>a</code>");
        repeated("code with spaces", "<code>a</code> b ");
        repeated("images", "<ac:image><ri:attachment ri:filename=\"a.png\"/></ac:image>");
        repeated("emoji", "<ac:emoticon ac:name=\"smile\"/>");
        repeated("mentions", "<ac:link><ri:user ri:account-id=\"557058:ada\"/></ac:link> ");
        repeated("addresses", "<a href=\"https://x.example/a?b=c\">link</a> ");
        repeated("links to pages", "<ac:link><ri:page ri:content-title=\"A\"/></ac:link>");
        numbered("broken links", "", "<ac:link><ri:page ri:content-title=\"Missing #N\"/></ac:link> ", "");
        within("text in one paragraph", "<p>", "Lorem ipsum, dolor (sit) amet. ", "</p>");
    }

    private void blocks() {
        repeated("paragraphs", "<p>x</p>");
        repeated("empty elements", "<p/><b/><div/>");
        repeated("empty paragraphs", "<p>&nbsp;</p>");
        repeated("quotations", "<blockquote>x</blockquote>");
        within("one list", "<ul>", "<li>x</li>", "</ul>");
        within("lists that belong to an entry", "<ul><li>a</li>", "<ul><li>x</li></ul>", "</ul>");
        within("one task list", "<ac:task-list>", "<ac:task><ac:task-body>x</ac:task-body></ac:task>", "");
        within("blocks between tasks", "<ac:task-list>", "<p>x</p>", "");
        repeated("headings", "<h1>a</h1>");
        numbered("different headings", "", "<h2>heading #N</h2>", "");
        within("one heading", "<h1>", "word <b>x</b> ", "</h1>");
        repeated("CDATA", "<![CDATA[x]]>");
        repeated("comments", "<!-- x -->");
        repeated("processing instructions", "<?x y?>");
    }

    private void places() {
        repeated("contents and headings", "<h1>a</h1><ac:structured-macro ac:name=\"toc\"/>");
        within("contents of many headings", "<ac:structured-macro ac:name=\"toc\"/>", "<h1>a</h1>", "");
        repeated("deep zones", NEST.formatted("toc-zone") + "<h1>a</h1>");
        repeated("links in the page", "<a href=\"#a\">a</a>");
        numbered("different links in the page", "", "<a href=\"#a#N\">a</a>", "");
        numbered("headings and links", "", "<h2>h#N</h2><a href=\"#h#N\">a</a>", "");
        numbered("identifiers and links", "", "<p id=\"i#N\"><a href=\"#i#N\">x</a></p>", "");
        String anchor =
                "<ac:structured-macro ac:name=\"anchor\">" + PARAMETER.formatted("", "a") + "</ac:structured-macro>";
        repeated("anchors", anchor);
        numbered("different anchors", "", anchor.replace(">a<", ">a#N<"), "");
        repeated("anchors of old", "<p><a name=\"x\"></a></p>");
    }

    private void characters() {
        for (String piece :
                List.of("*", "_", "~", "`", "[", "]", "&lt;", "|", "\\", "!", "#", "$", "-", "=", ">", "é", "😀")) {
            repeated("only " + piece, piece);
        }
        for (String piece : List.of(
                "a*",
                "_a",
                "__a**a",
                "[a](",
                "](",
                "![",
                "&amp;a",
                "https://",
                "a://",
                "a.",
                "&lt;a",
                "www.",
                "www.a ",
                "https://a; ",
                "$a",
                " #1",
                " ^a")) {
            repeated("only " + piece, piece);
        }
        repeated("stars and spaces", "*a ");
        repeated("markers of lists", "- 1. ");
        repeated("formulas", "$a$ ");
        repeated("white space", " \n");
        repeated("non-breaking spaces", "\u00a0");
        repeated("words", "Lorem ipsum dolor sit amet, ");
    }

    private void tables() {
        repeated("short rows", "<tr><td>a</td></tr>");
        within("one long row", "<table><tr>", "<td>a</td>", "</tr></table>");
        within("empty cells", "<table><tr>", "<td/>", "</tr></table>");
        within("many rows", "<table>", "<tr><td>a</td><td>b c</td></tr>", "</table>");
        within("numbered rows", "<table data-number-column='true'>", "<tr><td>a</td><td>b c</td></tr>", "</table>");
        within("many rows with lists", "<table>", "<tr><td><ul><li>a</li></ul></td><td>b c</td></tr>", "</table>");
        pages.put(
                "a wide row and many rows",
                size -> "<table><tr>" + "<td>a</td>".repeat(size / 20) + "</tr>"
                        + "<tr><td>a</td></tr>".repeat(size / 40) + "</table>");
    }

    private void code() {
        within("backtick ladder", "<code>", "`a", "</code>");
        within("fences in code", "<pre>", "```\n", "</pre>");
        within("code of empty lines in a cell", "<table><tr><td><pre>", "\n", "");
        within("styled lines of code", "<pre>", "x\n<b>y</b>", "</pre>");
        within("lines of code with a link", "<pre><a href=\"x\">l</a>", "x\n", "</pre>");
        String start = "<ac:structured-macro ac:name=\"%s\"><ac:plain-text-body><![CDATA[";
        String end = "]]></ac:plain-text-body></ac:structured-macro>";
        within("one code block", start.formatted("code"), "line of code\n", end);
        repeated("code blocks", start.formatted("code") + "int a;" + end);
        repeated("split code blocks", start.formatted("code") + "a]]]]><![CDATA[>b" + end);
        within("open fences in Markdown", start.formatted("markdown"), "```\n<!-- \n", end);
    }

    private void attributes() {
        repeated("namespaces", "<a xmlns:b='c'>");
        numbered("different namespaces", "", "<a xmlns:n#N='x'>", "");
        numbered("attributes of one tag", "<p", " a#N='x'", ">x</p>");
        within("one long style", "<span style=\"", "color:red;", "\">x</span>");
        within("colons in a style", "<span style=\"", ":", "\">x</span>");
        within("semicolons in a style", "<span style=\"", ";", "\">x</span>");
        within("one long address", "<a href=\"https://a.example/", "x(", "\">x</a>");
        within("one long alternative text", "<img src=\"a.png\" alt=\"", "*_[", "\"/>");
        within("one long title", "<a href=\"x\" title=\"", "a  \\", "\">x</a>");
        within("one image as data", "<img src=\"data:image/png;base64,", "QUJD", "\"/>");
    }

    private void macros() {
        String macro = "<ac:structured-macro ac:name=\"%s\">";
        numbered("different unknown macros", "", macro.formatted("x#N") + "</ac:structured-macro>", "");
        within("one long parameter", macro.formatted("x") + "<ac:parameter ac:name=\"p\">", "--a\"", "");
        numbered("parameters of one macro", macro.formatted("x"), PARAMETER.formatted("p#N", "v"), "");
        repeated("comments within a line", "x" + macro.formatted("x") + "</ac:structured-macro>");
        repeated("panels", NEST.formatted("info") + "<p>x</p></ac:rich-text-body></ac:structured-macro>");
        repeated("children", macro.formatted("children") + "</ac:structured-macro>");
        repeated("galleries", macro.formatted("gallery") + "</ac:structured-macro>");
        String table = "<table><tr><th>a</th><td>b</td></tr></table>";
        repeated("page properties", NEST.formatted("details") + table + "</ac:rich-text-body></ac:structured-macro>");
    }
}
