package dev.sluice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentFilterTest {

    @Test
    void anExportThatSaysNothingTakesEverything() {
        AttachmentFilter filter = AttachmentFilter.of(Map.of("flavour", "obsidian"));

        assertThat(filter).isEqualTo(AttachmentFilter.EVERYTHING);
        assertThat(filter.takes(file(Long.MAX_VALUE, "video/mp4"))).isTrue();
        assertThat(filter.answer(file(1, "video/mp4"))).isEqualTo("ENG/_attachments/a b&c.mp4");
    }

    @ParameterizedTest
    @CsvSource({
        "10,10,true",
        "10,11,false",
        "1k,1024,true",
        "1K,1025,false",
        "2M,2097153,false",
        "3G,3221225472,true",
        "none,99999999999,true"
    })
    void largerFilesAreNotTaken(String largest, long size, boolean taken) {
        AttachmentFilter filter = AttachmentFilter.of(Map.of(AttachmentFilter.MAX_SIZE, largest));

        assertThat(filter.takes(file(size, "image/png"))).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "all; video/mp4; true",
                "image/*; image/png; true",
                "image/*; Image/PNG; true",
                "image/*; imagery/x; false",
                "image/*, application/pdf; application/pdf; true",
                "application/pdf; application/pdf ; true",
                "application/pdf; text/plain; false",
                "!video/*; video/mp4; false",
                "!video/*; image/png; true",
                "image/*,!image/gif; image/gif; false",
                "image/*,!image/gif; image/png; true"
            })
    void filesOfOtherTypesAreNotTaken(String types, String mediaType, boolean taken) {
        AttachmentFilter filter = AttachmentFilter.of(Map.of(AttachmentFilter.TYPES, types));

        assertThat(filter.takes(file(1, mediaType))).isEqualTo(taken);
    }

    @Test
    void theParametersOfAMediaTypeAreNoPartOfIt() {
        AttachmentFilter filter = AttachmentFilter.of(Map.of(AttachmentFilter.TYPES, "text/plain"));

        assertThat(filter.takes(file(1, "text/plain; charset=utf-8"))).isTrue();
    }

    @Test
    void whoAsksForWhatIsNotTakenIsToldWhereTheSiteHasIt() {
        AttachmentFilter filter = AttachmentFilter.of(Map.of(AttachmentFilter.MAX_SIZE, "1"));

        assertThat(filter.refusal(file(2, "video/mp4"))).contains("It has 2 bytes; the export takes up to 1.");
        assertThat(filter.answer(file(2, "video/mp4"))).isEqualTo("/download/attachments/1/a%20b%26c.mp4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5T", "-1", "1.5M", "many"})
    void whatIsNoSizeIsRefused(String size) {
        assertThatThrownBy(() -> AttachmentFilter.of(Map.of(AttachmentFilter.MAX_SIZE, size)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("50M");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "image", "image/*,", "*/*", "!", "image/png;q=1"})
    void whatIsNoMediaTypeIsRefused(String types) {
        assertThatThrownBy(() -> AttachmentFilter.of(Map.of(AttachmentFilter.TYPES, types)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("image/*,application/pdf");
    }

    @Test
    void aSettingThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> AttachmentFilter.of(Map.of("attachments.size", "1")))
                .hasMessageContaining(AttachmentFilter.MAX_SIZE);
    }

    private static AttachmentResource file(long size, String mediaType) {
        return new AttachmentResource(
                ResourceKey.attachment("1", "att2"),
                ResourceKey.page("1"),
                "ENG",
                "a b&c.mp4",
                mediaType,
                "f",
                size,
                "/download",
                new ResourceVersion(1, Instant.EPOCH),
                "ENG/_attachments/a b&c.mp4",
                null);
    }
}
