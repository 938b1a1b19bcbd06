package dev.sluice.markdown.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.markdown.ConvertedPage;
import dev.sluice.markdown.ExampleLinks;
import dev.sluice.markdown.MarkdownConverter;
import dev.sluice.markdown.MarkdownOptions;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads our Markdown back with another parser and compares it with the source: words, code, tables, links, lists. */
class RoundTripTest {

    private static final Path FIXTURES = Path.of("src/test/resources/golden/github");
    private static final Path CORPUS = Path.of(System.getProperty("corpus", "../../shared/corpus"));
    private static final Set<String> OTHER_CONTENT =
            Set.of("ill-formed.xhtml", "missing-ends.xhtml", "includes.xhtml", "unprefixed.xhtml");
    private static final Score TOTAL = new Score();

    private final MarkdownConverter converter = new MarkdownConverter(MarkdownOptions.defaults());

    static Stream<Path> fixtures() throws IOException {
        // What ill-formed storage says is a matter of repair, and included pages are not part of the source.
        return bodies(FIXTURES)
                .filter(file -> !OTHER_CONTENT.contains(file.getFileName().toString()));
    }

    static Stream<Path> corpus() throws IOException {
        return Files.isDirectory(CORPUS) ? bodies(CORPUS) : Stream.of(CORPUS);
    }

    private static Stream<Path> bodies(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(xhtml|html|xml)")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void fixturesLoseNothing(Path source) throws IOException {
        Score score = score(Files.readString(source));
        TOTAL.add(score);
        assertThat(score.losses()).as("lost of %s", source).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void realPagesLoseNothing(Path source) throws IOException {
        Assumptions.assumeTrue(Files.isRegularFile(source), "no corpus at " + CORPUS + ": real pages are not tried");
        Score score = score(Files.readString(source));
        TOTAL.add(score);
        assertThat(score.losses()).as("lost of %s", source).isEmpty();
    }

    @Test
    void aLossIsNoticed() {
        // Given
        Facts source = SourceFacts.of("<h2>One</h2><p>two <a href=\"https://three.example\">three</a></p>");
        Score score = new Score();

        // When
        compare(score, source, MarkdownFacts.of("# One\n\ntwo"));

        // Then
        assertThat(score.losses())
                .containsExactlyInAnyOrder(
                        "words: three", "headings: Heading[level=2, text=One]", "links: https://three.example");
    }

    @AfterAll
    static void report(TestReporter reporter) {
        reporter.publishEntry("round trip", "\n" + TOTAL);
    }

    private Score score(String storage) {
        ConvertedPage page = converter.convert(ExampleLinks.page(storage), new ExampleLinks());
        String markdown = page.markdown();
        Score score = new Score();
        compare(score, SourceFacts.of(storage), MarkdownFacts.of(markdown), page.brokenLinks());
        score.note("same again", markdown.equals(again(storage)), "other bytes for the same page");
        score.note(
                "no leak", !markdown.replaceAll("`[^`]*`", "").matches("(?s).*</?(?:ac|ri|at):.*"), "storage format");
        for (String macro : SourceMacros.withoutForm(storage)) {
            score.note("macros traced", markdown.contains("<!-- macro: " + macro), macro);
        }
        MarkdownFacts.pageLinks(markdown).forEach(link -> score.note("links in page", link.alive(), link.href()));
        return score;
    }

    private String again(String storage) {
        return converter.convert(ExampleLinks.page(storage), new ExampleLinks()).markdown();
    }

    private static void compare(Score score, Facts source, Facts found) {
        compare(score, source, found, List.of());
    }

    private static void compare(Score score, Facts source, Facts found, List<String> broken) {
        score.count("words", source.words(), found.words());
        score.inOrder("code", source.codes(), found.codes(), Facts.Code::equals);
        score.inOrder("headings", source.headings(), found.headings(), Comparisons::sameHeading);
        List<String> links = new ArrayList<>(
                found.links().stream().map(RoundTripTest::decoded).toList());
        links.addAll(broken);
        score.inOrder("links", Comparisons.anyOrder(source.links(), links), links, Comparisons::sameTarget);
        List<String> images = new ArrayList<>(
                found.images().stream().map(RoundTripTest::decoded).toList());
        images.addAll(broken);
        score.inOrder("images", source.images(), images, Comparisons::sameTarget);
        score.inOrder("tables", source.tables(), found.tables(), Comparisons::sameTable);
        score.inOrder("list entries", source.entries(), found.entries(), Comparisons::sameEntry);
        score.inOrder("tasks", source.tasks(), found.tasks(), String::equals);
        score.count("colours", source.colours(), found.colours());
    }

    private static String decoded(String href) {
        try {
            return URLDecoder.decode(href.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return href;
        }
    }
}
