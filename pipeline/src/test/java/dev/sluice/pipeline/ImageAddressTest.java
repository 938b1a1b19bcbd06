package dev.sluice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageAddressTest {

    @ParameterizedTest
    @CsvSource({
        "HTTPS://Img.Example/A.png,https://img.example/A.png",
        "https://img.example:443/a.png,https://img.example/a.png",
        "http://img.example:80,http://img.example/",
        "http://img.example:8080/a,http://img.example:8080/a",
        "//img.example/a.png,https://img.example/a.png",
        "https://img.example/a.png#part,https://img.example/a.png",
        "https://img.example/a b.png?q=ü,https://img.example/a%20b.png?q=ü",
        "https://img.example/100%.png,https://img.example/100%25.png",
        "' https://img.example/a.png ',https://img.example/a.png"
    })
    void twoWaysToWriteAnAddressAreOneImage(String written, String canonical) {
        assertThat(ImageAddress.canonical(written)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://img.example/a.png",
                "file:///etc/passwd",
                "a.png",
                "/a.png",
                "https://",
                "https://u:p@img.example/a",
                "data:image/png;base64,AA",
                ""
            })
    void whatIsNoAddressOfAHostIsNoImage(String url) {
        assertThat(ImageAddress.canonical(url)).isEmpty();
    }

    @Test
    void anAddressLongerThanAddressesAreIsNoImage() {
        assertThat(ImageAddress.canonical("https://img.example/" + "a".repeat(5000)))
                .isEmpty();
    }

    @Test
    void anImageKeepsWhatItsServerIsAskedBy() {
        ImageResource image =
                ImageResource.at(ResourceKey.image("https://img.example/a.png"), "https://img.example/a.png");

        assertThat(image.identity()).isEmpty();
        assertThat(image.held("\"e1\"\n").etag()).isEqualTo("\"e1\"");
        assertThat(image.held("\nSat, 31 Jan 2026").lastModified()).isEqualTo("Sat, 31 Jan 2026");
        assertThat(image.held("\"e1\"\nSat").identity()).isEqualTo("\"e1\"\nSat");
        assertThat(image.held("")).isEqualTo(image);
    }
}
