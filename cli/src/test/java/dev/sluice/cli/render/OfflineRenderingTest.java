package dev.sluice.cli.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineRenderingTest {

    @TempDir
    Path folder;

    private Path source = Path.of("");
    private Path output = Path.of("");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void layOut() throws IOException {
        source = Files.createDirectory(folder.resolve("storage"));
        output = folder.resolve("markdown");
    }

    @Test
    void aFileGoesToStandardOutputAndNothingElseDoes() throws IOException {
        write("Design.xml", "\ufeff<p>a <strong>b</strong> \u00e4</p>");

        assertThat(run(source.resolve("Design.xml"), null)).isEqualTo(ExitCode.DONE);

        assertThat(out.toString(UTF_8)).isEqualTo("# Design\n\na **b** \u00e4\n");
    }

    @Test
    void aFolderIsMirrored() throws IOException {
        write("A.xml", "<p>a</p>");
        write("sub/deep/B.storage", "<p>b</p>");
        write("sub/C.HTML", "<p>c</p>");
        write("notes.txt", "not storage");
        write(".git/D.xml", "<p>hidden</p>");

        assertThat(run(source, output)).isEqualTo(ExitCode.DONE);

        assertThat(written()).containsOnlyKeys("A.md", "sub/C.md", "sub/deep/B.md");
        assertThat(written()).containsEntry("sub/deep/B.md", "# B\n\nb\n");
    }

    @Test
    void filesOfTheSameNameAreToldApart() throws IOException {
        write("A.html", "<p>one</p>");
        write("A.xml", "<p>two</p>");

        run(source, output);

        assertThat(written()).containsEntry("A.md", "# A\n\none\n").containsEntry("A (xml).md", "# A\n\ntwo\n");
    }

    @Test
    void pagesLinkToEachOtherByTitle() throws IOException {
        write("sub/A.xml", link("b: C?") + link("Twice") + link("Nowhere"));
        write("B_ c_.xml", "");
        write("sub/Twice.xml", "");
        write("Twice.xml", "");

        run(source, output);

        assertThat(written().get("sub/A.md"))
                .contains("[b: C?](<../B_%20c_.md>)".replace("<", "").replace(">", ""))
                .contains("[Twice](Twice.md)")
                .contains("Nowhere")
                .doesNotContain("[Nowhere]");
        assertThat(out.toString(UTF_8)).contains("Broken links:   1");
    }

    @Test
    void linksLeadToTheHeadingsAndAnchorsOfOtherPages() throws IOException {
        write(
                "A.xml",
                link("B", "Setup&amp;run") + link("B", "B-Notes.1") + link("B", "Point") + link("B", "none such"));
        write(
                "B.xml",
                "<h1>Set up &amp; run</h1><h2>Notes</h2><h2>Notes</h2><p><ac:structured-macro ac:name=\"anchor\">"
                        + "<ac:parameter ac:name=\"\">Point</ac:parameter></ac:structured-macro>x</p>"
                        + link("A", "x"));

        run(source, output);

        assertThat(written().get("A.md"))
                .contains("[B](B.md#set-up--run)", "[B](B.md#notes-1)", "[B](B.md#Point)", "[B](B.md)");
        assertThat(out.toString(UTF_8)).contains("Broken links:   2");
    }

    @Test
    void aPageShowsWhatItIncludes() throws IOException {
        write("A.xml", include("B"));
        write("B.xml", "<p>of B</p>" + include("A"));

        run(source, output);

        assertThat(written().get("A.md")).contains("of B");
        assertThat(written().get("B.md")).contains("of B");
    }

    @Test
    void attachmentsAreFoundNearThePageAndCopied() throws IOException {
        write("A.xml", image("near.png") + image("own.png") + image("gone.png"));
        write("near.png", "near");
        write("A/_attachments/own.png", "own");

        run(source, output);

        assertThat(written().get("A.md"))
                .contains("(near.png)", "(A/_attachments/own.png)", "(A/_attachments/gone.png)");
        assertThat(written()).containsEntry("near.png", "near").containsEntry("A/_attachments/own.png", "own");
        assertThat(out.toString(UTF_8)).contains("Broken links:   1");
    }

    @Test
    void aFileOfAPageThatIsNotThereIsLookedForBesideThePage() throws IOException {
        write("27835336.xml", imageOf("Kafka projects", "layout.png") + imageOf("Kafka projects", "gone.png"));
        write("layout.png", "layout");

        run(source, output);

        assertThat(written().get("27835336.md")).contains("(layout.png)", "(27835336/_attachments/gone.png)");
        assertThat(out.toString(UTF_8)).contains("Broken links:   1");
    }

    @Test
    void anAttachmentsNameLeadsNowhereElse() throws IOException {
        Files.writeString(folder.resolve("secret.png"), "secret");
        write("A.xml", image("../secret.png") + image("..\\secret.png") + image("a\u0000b.png"));

        assertThat(run(source, output)).isEqualTo(ExitCode.DONE);

        assertThat(written()).containsOnlyKeys("A.md");
    }

    @Test
    void oneFileThatFailsDoesNotStopTheOthers() throws IOException {
        write("A.xml", "<p>a</p>");
        try (RandomAccessFile large =
                new RandomAccessFile(source.resolve("B.xml").toFile(), "rw")) {
            large.setLength((FileConverter.LARGEST_MIB << 20) + 1L);
        }
        write("C.xml", "<p>c</p>");

        assertThat(run(source, output)).isEqualTo(ExitCode.SOME_FAILED);

        assertThat(written()).containsOnlyKeys("A.md", "C.md");
        assertThat(out.toString(UTF_8))
                .contains("fail: B.xml  It is larger than 16 MiB", "Converted 2 files", "Failed:         1");
    }

    @Test
    void theJsonReportNamesWhatIsUnknownAndWhere() throws IOException {
        write("A.xml", "<ac:structured-macro ac:name=\"frob\"/>".repeat(2) + link("Nowhere"));
        write("B.xml", "<ac:structured-macro ac:name=\"frob\"/>");

        new OfflineRendering(new PrintStream(out, true, UTF_8), Clock.systemUTC())
                .run(new RenderOrder(source, output, true, Map.of()));

        assertThat(out.toString(UTF_8))
                .contains("\"unhandled_macros\":{\"frob\":{\"count\":3,\"files\":[\"A.xml\",\"B.xml\"]}}")
                .contains("\"broken_links\":[{\"file\":\"A.xml\",\"target\":\"page ENG Nowhere\"}]")
                .contains("\"converted\":2");
    }

    @Test
    void settingsReachTheConverter() throws IOException {
        write("12.xml", "<p><u>a</u></p>");

        new OfflineRendering(new PrintStream(out, true, UTF_8), Clock.systemUTC())
                .run(new RenderOrder(
                        source.resolve("12.xml"), null, false, Map.of("underline", "off", "front-matter", "all")));

        assertThat(out.toString(UTF_8)).isEqualTo("---\ntitle: \"12\"\nid: \"12\"\n---\n\n# 12\n\na\n");
    }

    @Test
    void whatCannotBeDoneIsRefusedInASentence() throws IOException {
        write("A.txt", "");
        Path file = Files.createFile(folder.resolve("file"));

        refused(folder.resolve("none"), null, "none does not exist.");
        refused(source, null, "is a folder; say with --output-path");
        refused(
                source,
                output,
                "holds nothing to convert: storage files are called *.html, *.storage, *.xhtml, *.xml.");
        write("A.xml", "");
        refused(source, file, "is a file; --output-path must name a folder.");
        refused(source, file.resolve("below"), "below cannot be used as --output-path: Not a directory.");
        assertThatThrownBy(() -> new OfflineRendering(new PrintStream(out), Clock.systemUTC())
                        .run(new RenderOrder(source.resolve("A.xml"), null, true, Map.of())))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("--json needs --output-path");
        assertThat(out.size()).isZero();
    }

    private void refused(Path from, @Nullable Path to, String sentence) {
        assertThatThrownBy(() -> run(from, to))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(sentence);
    }

    private ExitCode run(Path from, @Nullable Path to) {
        return new OfflineRendering(new PrintStream(out, true, UTF_8), Clock.systemUTC())
                .run(new RenderOrder(from, to, false, Map.of()));
    }

    private void write(String path, String content) throws IOException {
        Path file = source.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private Map<String, String> written() throws IOException {
        return WrittenFiles.below(output);
    }

    private static String include(String title) {
        return "<ac:structured-macro ac:name=\"include\"><ac:parameter ac:name=\"\"><ac:link><ri:page"
                + " ri:content-title=\""
                + title + "\"/></ac:link></ac:parameter></ac:structured-macro>";
    }

    private static String link(String title) {
        return "<p><ac:link><ri:page ri:space-key=\"ENG\" ri:content-title=\"%s\"/></ac:link></p>".formatted(title);
    }

    private static String link(String title, String anchor) {
        return "<p><ac:link ac:anchor=\"%s\"><ri:page ri:content-title=\"%s\"/></ac:link></p>".formatted(anchor, title);
    }

    private static String imageOf(String title, String fileName) {
        return image(fileName)
                .replace("/></ac:image>", "><ri:page ri:content-title=\"%s\"/></ri:attachment></ac:image>")
                .formatted(title);
    }

    private static String image(String fileName) {
        return "<p><ac:image><ri:attachment ri:filename=\"%s\"/></ac:image></p>".formatted(fileName);
    }
}
