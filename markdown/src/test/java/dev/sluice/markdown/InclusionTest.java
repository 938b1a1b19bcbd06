package dev.sluice.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InclusionTest {

    private final MarkdownConverter converter = new MarkdownConverter(MarkdownOptions.defaults());

    /** Every page says a word and includes the page with the next number, ten times. */
    private static final class Chain extends ExampleLinks {
        private final List<String> asked = new ArrayList<>();

        @Override
        public Optional<String> body(String path) {
            asked.add(path);
            int number = Integer.parseInt(path.replaceAll("[^0-9]", ""));
            return Optional.of("<p>word</p>" + include(number + 1).repeat(10));
        }
    }

    private static String include(int page) {
        return "<ac:structured-macro ac:name=\"include\"><ac:parameter ac:name=\"\">Page " + page
                + "</ac:parameter></ac:structured-macro>";
    }

    @Test
    void pagesThatIncludeEachOtherManyTimesAreShownWithinBounds() {
        // Given
        Chain links = new Chain();

        // When
        String markdown =
                converter.convert(ExampleLinks.page(include(1)), links).markdown();

        // Then
        assertThat(links.asked.size()).isLessThanOrEqualTo(2_001);
        assertThat(markdown).contains("[Page 9](Page%209.md)").hasSizeLessThan(2_000_000);
    }

    @Test
    void picturesInDataAddressesGoWhereTheResolverPutsThem() {
        // Given
        List<String> kept = new ArrayList<>();
        LinkResolver links = new ExampleLinks() {
            @Override
            public Optional<LinkTarget> embeddedImage(String name, String mediaType, byte[] content) {
                kept.add(mediaType + " " + new String(content, StandardCharsets.UTF_8));
                return Optional.of(new LinkTarget.InExport("ENG/The page/_attachments/" + name));
            }
        };
        String storage = "<p><img alt=\"dot\" src=\"data:image/png;base64,UE5H\"/>"
                + "<img src=\"data:image/svg+xml,%3Csvg/%3E\"/><img src=\"data:image/png;base64,###\"/></p>";

        // When
        String markdown = converter.convert(ExampleLinks.page(storage), links).markdown();

        // Then
        assertThat(kept).startsWith("image/png PNG", "image/svg+xml <svg/>");
        assertThat(markdown)
                .contains("![dot](The%20page/_attachments/image-")
                .containsPattern("image-[0-9a-f]{16}\\.png")
                .containsPattern("image-[0-9a-f]{16}\\.svg");
    }

    @Test
    void picturesInDataAddressesStayWhenTheResolverKeepsNone() {
        // Given
        String storage = "<p><img alt=\"dot\" src=\"data:image/png;base64,UE5H\"/></p>";

        // When
        String markdown = converter
                .convert(ExampleLinks.page(storage), new ExampleLinks())
                .markdown();

        // Then
        assertThat(markdown).contains("![dot](data:image/png;base64,UE5H)");
    }
}
