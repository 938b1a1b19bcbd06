package dev.sluice.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.markdown.MarkdownOptions.Feature;
import dev.sluice.markdown.MarkdownOptions.FrontMatterField;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MarkdownSettingsTest {

    @Test
    void nothingSaidIsTheDefault() {
        assertThat(MarkdownSettings.options(Map.of())).isEqualTo(MarkdownOptions.defaults());
    }

    @ParameterizedTest
    @EnumSource(Feature.class)
    void everyFeatureCanBeSwitched(Feature feature) {
        String name = MarkdownSettings.word(feature);

        assertThat(MarkdownSettings.options(Map.of(name, "on")).has(feature)).isTrue();
        assertThat(MarkdownSettings.options(Map.of(name, "off")).has(feature)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void everyFlavourHasAName(Flavour flavour) {
        assertThat(MarkdownSettings.options(Map.of("flavour", MarkdownSettings.word(flavour)))
                        .flavour())
                .isEqualTo(flavour);
    }

    @ParameterizedTest
    @EnumSource(FrontMatterField.class)
    void everyFieldOfTheFrontMatterCanBeChosen(FrontMatterField field) {
        String name = MarkdownSettings.word(field);

        assertThat(MarkdownSettings.options(Map.of("front-matter", name)).frontMatter())
                .containsExactly(field);
        assertThat(MarkdownSettings.options(Map.of("front-matter", "all")).frontMatter())
                .contains(field);
        assertThat(MarkdownSettings.options(Map.of("front-matter", "none")).frontMatter())
                .isEmpty();
    }

    @Test
    void commonMarkHasFrontMatterOnlyWhenAskedFor() {
        assertThat(MarkdownSettings.options(Map.of("flavour", "commonmark")).frontMatter())
                .isEmpty();
        assertThat(MarkdownSettings.options(Map.of("flavour", "commonmark", "front-matter", "title, id"))
                        .frontMatter())
                .containsExactly(FrontMatterField.TITLE, FrontMatterField.ID);
    }

    @ParameterizedTest
    @CsvSource({
        "flavour, GitHub, No flavour 'GitHub'; there are github",
        "front-matter, 'title,', No field of front-matter ''; there are title",
        "colors, on, No setting 'colors'; there are title-heading",
        "colours, yes, colours is 'yes'; it must be on or off."
    })
    void whatIsNotKnownIsRefusedInASentence(String name, String value, String sentence) {
        assertThatThrownBy(() -> MarkdownSettings.options(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(sentence);
    }
}
