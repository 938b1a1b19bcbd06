package dev.sluice.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.markdown.MarkdownOptions.Feature;
import dev.sluice.markdown.MarkdownOptions.FrontMatterField;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarkdownConverterTest {

    private static final MarkdownOptions DEFAULTS = MarkdownOptions.defaults();

    private static ConvertedPage convert(MarkdownOptions options, String storage) {
        return new MarkdownConverter(options).convert(ExampleLinks.page(storage), new ExampleLinks());
    }

    private static String body(MarkdownOptions options, String storage) {
        return convert(options.without(Feature.TITLE_HEADING), storage).markdown();
    }

    private static String withMetadata(MarkdownOptions options, PageComment... comments) {
        PageMetadata metadata = new PageMetadata(
                7,
                "current",
                Instant.parse("2026-01-01T10:00:00Z"),
                null,
                List.of("Ada \"A\" Lovelace"),
                List.of("howto", "on: call"),
                "https://wiki.example/pages/1001",
                List.of("Home", "Parent [x]"),
                List.of(comments));
        String storage = "<ac:structured-macro ac:name=\"details\"><ac:rich-text-body><table><tr><th>Owner</th>"
                + "<td>Ada</td></tr></table></ac:rich-text-body></ac:structured-macro><p>Body</p>";
        StoragePage page = new StoragePage("1001", "ENG", "The page", "ENG/The page.md", storage, metadata);
        return new MarkdownConverter(options).convert(page, new ExampleLinks()).markdown();
    }

    @Test
    void writesTheTitleAsFirstHeadingUnlessItIsTurnedOff() {
        assertThat(convert(DEFAULTS, "<p>x</p>").markdown()).isEqualTo("# The page\n\nx\n");
        assertThat(body(DEFAULTS, "<p>x</p>")).isEqualTo("x\n");
    }

    @Test
    void anEmptyBodyStillEndsWithALineFeed() {
        assertThat(body(DEFAULTS, "")).isEqualTo("\n");
    }

    @Test
    void stylesThatAreTurnedOffLeaveTheirText() {
        // Given
        MarkdownOptions plain = DEFAULTS.without(Feature.UNDERLINE)
                .without(Feature.SUB_SUP)
                .without(Feature.COLOURS)
                .without(Feature.HIGHLIGHTS)
                .without(Feature.IMAGE_SIZES);

        // When
        String markdown = body(
                plain,
                "<p><u>a</u><sub>b</sub><span style=\"color: red; background-color: blue\">c</span><mark>d</mark>"
                        + "<img src=\"https://example.org/i.png\" width=\"10\"/></p>");

        // Then
        assertThat(markdown).isEqualTo("abcd![](https://example.org/i.png)\n");
    }

    @Test
    void countsMacrosWithoutARendererAndListsBrokenLinks() {
        // When
        ConvertedPage page = convert(
                DEFAULTS,
                "<ac:structured-macro ac:name=\"odd\"/><ac:structured-macro ac:name=\"odd\"/><ac:structured-macro"
                        + " ac:name=\"toc\"/><ac:link><ri:page ri:content-title=\"Missing one\"/></ac:link><a"
                        + " href=\"#gone\">x</a>");

        // Then
        assertThat(page.unhandledMacros()).isEqualTo(Map.of("odd", 2));
        assertThat(page.brokenLinks()).containsExactly("page Missing one", "#gone");
    }

    @Test
    void frontMatterHoldsWhatIsKnown() {
        assertThat(withMetadata(DEFAULTS)).startsWith("""
            ---
            title: "The page"
            id: "1001"
            space: "ENG"
            version: 7
            status: "current"
            created: 2026-01-01T10:00:00Z
            authors:
              - "Ada \\"A\\" Lovelace"
            labels:
              - "howto"
              - "on: call"
            source: "https://wiki.example/pages/1001"
            ancestors:
              - "Home"
              - "Parent [x]"
            properties:
              "Owner": "Ada"
            ---

            # The page
            """);
    }

    @Test
    void frontMatterFieldsAreChosen() {
        assertThat(withMetadata(DEFAULTS.withFrontMatter(EnumSet.of(FrontMatterField.ID))))
                .startsWith("---\nid: \"1001\"\n---\n\n# The page\n");
        assertThat(withMetadata(DEFAULTS.withFrontMatter(Set.of()))).startsWith("# The page\n");
    }

    @Test
    void breadcrumbsNameTheAncestorsWhenAskedFor() {
        assertThat(withMetadata(DEFAULTS.withFrontMatter(Set.of()).with(Feature.BREADCRUMBS)))
                .startsWith("Home / Parent \\[x\\]\n\n# The page\n");
    }

    @Test
    void commentsStandAtTheEndWithWhatTheyAreAboutAndTheirReplies() {
        // Given
        PageComment reply = new PageComment("Bob", null, "", false, "<p>Done</p>", List.of());
        PageComment open = new PageComment(
                "Ada", Instant.parse("2026-01-02T00:00:00Z"), "some text", false, "<p>Why?</p>", List.of(reply));
        PageComment resolved = new PageComment("Eve", null, "", true, "<p>Old</p>", List.of());

        // When
        String markdown = withMetadata(DEFAULTS, open, resolved);

        // Then
        assertThat(markdown).endsWith("""
            Body

            ## Comments

            > **Ada**, 2026-01-02T00:00:00Z
            >
            > > some text
            >
            > Why?
            >
            > > **Bob**
            > >
            > > Done
            """);
        assertThat(withMetadata(DEFAULTS.with(Feature.RESOLVED_COMMENTS), open, resolved))
                .contains("**Eve** (resolved)");
    }

    @Test
    void theFingerprintChangesWithTheOptionsAndWithNothingElse() {
        // Given
        String fingerprint = new MarkdownConverter(DEFAULTS).fingerprint();

        // Then
        assertThat(new MarkdownConverter(MarkdownOptions.defaults()).fingerprint())
                .isEqualTo(fingerprint);
        for (Flavour flavour : EnumSet.complementOf(EnumSet.of(Flavour.GITHUB))) {
            assertThat(new MarkdownConverter(DEFAULTS.withFlavour(flavour)).fingerprint())
                    .isNotEqualTo(fingerprint);
        }
        for (Feature feature : DEFAULTS.features()) {
            assertThat(new MarkdownConverter(DEFAULTS.without(feature)).fingerprint())
                    .isNotEqualTo(fingerprint);
        }
    }

    @Test
    void knowsThePlacesThatLinksOfOtherPagesMayLeadTo() {
        // Given
        StoragePage page = ExampleLinks.page("<h1>Set up &amp; run</h1><h2>Notes</h2><h2>Notes</h2>"
                + "<p id=\"own\"><a name=\"Point\"></a><a href=\"#own\">here</a></p>");

        // When
        PagePlaces places = new MarkdownConverter(DEFAULTS).places(page);

        // Then
        assertThat(places.find("ThePage-Setup&run")).contains(new PagePlaces.Place("set-up--run", "Set up & run"));
        assertThat(places.find("Notes.1")).contains(new PagePlaces.Place("notes-1", "Notes"));
        assertThat(places.find("Point")).contains(new PagePlaces.Place("Point", "Notes"));
        assertThat(places.find("own")).isPresent();
        assertThat(places.find("none such")).contains(PagePlaces.Place.NOWHERE);
    }

    @Test
    void whatAPageIncludesMayHoldAnyPlace() {
        StoragePage page = ExampleLinks.page("<h1>Own</h1><ac:structured-macro ac:name=\"include\"/>");

        PagePlaces places = new MarkdownConverter(DEFAULTS).places(page);

        assertThat(places.find("Own")).contains(new PagePlaces.Place("own", "Own"));
        assertThat(places.find("none such")).isEmpty();
    }
}
