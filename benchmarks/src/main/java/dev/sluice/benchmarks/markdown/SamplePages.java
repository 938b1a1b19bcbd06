package dev.sluice.benchmarks.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Bodies such as people write, put together from the parts below; the same for the same seed. */
final class SamplePages {

    private static final long SEED = 4711;

    private static final String WORDS = """
            the a service page team release we it of to and for with when before after because configuration deploy \
            database review decision owner request latency budget incident customer meeting weekly draft version \
            should must can is was are not every only first last each other new old & naïve größer 5 2026 (see) e.g. \
            user_name x*y C#""";

    private static final List<String> PARTS = List.of(
            "<h2>%s</h2>",
            "<h3>%s</h3>",
            "<p>%s</p>",
            "<p>%s</p>",
            "<p>%s <strong>%s</strong> %s <em>%s</em>, %s <code>%s</code>.</p>",
            "<p>%s https://example.org/path?a=b&amp;c=d (%s)</p>",
            "<p>%s <a href=\"https://example.org/docs\">%s</a> %s</p>",
            "<p style=\"margin-left: 30.0px;\">%s <span style=\"color: rgb(255,86,48);\">%s</span></p>",
            "<p>%s <ac:link><ri:page ri:space-key=\"OPS\" ri:content-title=\"Runbook\" /><ac:plain-text-link-body>"
                    + "<![CDATA[%s]]></ac:plain-text-link-body></ac:link> %s</p>",
            "<p><ac:link><ri:user ri:account-id=\"557058:ada\" /></ac:link> %s"
                    + " <time datetime=\"2026-03-01\" /></p>",
            "<ul><li><p>%s</p></li><li><p>%s</p><ul><li><p>%s</p></li></ul></li><li><p>%s</p></li></ul>",
            "<ol start=\"1\"><li><p>%s</p></li><li><p>%s</p></li></ol>",
            "<table data-layout=\"default\"><colgroup><col style=\"width: 226.0px;\" /><col /></colgroup><tbody>"
                    + "<tr><th><p>%s</p></th><th><p>%s</p></th></tr>"
                    + "<tr><td><p>%s</p></td><td><p><strong>%s</strong></p></td></tr>"
                    + "<tr><td><p>%s</p></td><td><p>%s</p></td></tr></tbody></table>",
            "<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\" ac:macro-id=\"8f0f1c0e-8d1c\">"
                    + "<ac:parameter ac:name=\"language\">java</ac:parameter><ac:plain-text-body><![CDATA["
                    + "for (int i = 0; i < n; i++) {\n    run(i);\n}]]></ac:plain-text-body></ac:structured-macro>",
            "<ac:structured-macro ac:name=\"info\" ac:schema-version=\"1\" ac:macro-id=\"a6b7c8d9-1a2b\">"
                    + "<ac:rich-text-body><p>%s</p></ac:rich-text-body></ac:structured-macro>",
            "<ac:structured-macro ac:name=\"status\"><ac:parameter ac:name=\"title\">DONE</ac:parameter>"
                    + "<ac:parameter ac:name=\"colour\">Green</ac:parameter></ac:structured-macro>",
            "<ac:image ac:align=\"center\" ac:layout=\"center\" ac:width=\"760\"><ri:attachment"
                    + " ri:filename=\"overview.png\" ri:version-at-save=\"1\" /></ac:image>",
            "<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status>"
                    + "<ac:task-body><span class=\"placeholder-inline-tasks\">%s</span></ac:task-body></ac:task>"
                    + "</ac:task-list>",
            "<p>&nbsp;</p>");

    private final Random random = new Random(SEED);
    private final String[] words = WORDS.strip().split("\\s+");

    private SamplePages() {}

    /** {@code count} bodies of at least {@code length} characters each, and hardly more. */
    static List<String> of(int count, int length) {
        SamplePages pages = new SamplePages();
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bodies.add(pages.body(length));
        }
        return bodies;
    }

    private String body(int length) {
        StringBuilder body = new StringBuilder();
        while (body.length() < length) {
            String part = PARTS.get(random.nextInt(PARTS.size()));
            for (int slot = part.indexOf("%s"); slot >= 0; slot = part.indexOf("%s")) {
                part = part.substring(0, slot) + sentence() + part.substring(slot + 2);
            }
            body.append(part);
        }
        return body.toString();
    }

    private String sentence() {
        List<String> sentence = new ArrayList<>();
        for (int i = 1 + random.nextInt(14); i > 0; i--) {
            sentence.add(words[random.nextInt(words.length)]);
        }
        return String.join(" ", sentence).replace("&", "&amp;");
    }
}
