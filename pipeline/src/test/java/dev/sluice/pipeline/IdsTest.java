package dev.sluice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "not-a-uuid", "0B9F6A52-7C1E-4E0C-9A55-3D3F1F6F2A11", "1-2-3-4-5", "../../etc"})
    void aRunIdIsAUuidInItsUsualFormOnly(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RunId(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-x", "X", "a_b", "a/b", "a\n", "ü"})
    void anExportIdIsLowerCaseLettersDigitsAndHyphens(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ExportId(text));
    }

    @Test
    void anExportIdHasAtMost63Characters() {
        assertThat(new ExportId("a".repeat(63)).value()).hasSize(63);
        assertThatIllegalArgumentException().isThrownBy(() -> new ExportId("a".repeat(64)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"page:1", "blogpost:2", "attachment:1/att2", "image:abc", "page:a:b"})
    void aResourceKeyIsReadAsItIsWritten(String text) {
        assertThat(ResourceKey.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "page", "page:", ":1", "space:1"})
    void whatIsNoResourceKeyIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ResourceKey.parse(text));
    }

    @Test
    void anAttachmentKnowsItsOwnIdWithoutItsContainer() {
        assertThat(Samples.attachment().attachmentId()).isEqualTo("att900");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE})
    void aDescriptorNumberIsNotNegative(int seq) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Descriptor(((Descriptor) Samples.all().getFirst().message()).run(), seq, Samples.page()));
    }

    @Test
    void aRangeMayBeOfOneNumberButNotOfNone() {
        assertThat(new SeqRange(0, 0)).isEqualTo(new SeqRange(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SeqRange(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SeqRange(-1, 0));
    }

    @Test
    void rangesCoverExactlyTheNumbersGivenWhateverTheirOrder() {
        assertThat(SeqRange.covering(IntStream.of(5, 1, 2, 2, 0, 7, 6)))
                .containsExactly(new SeqRange(0, 2), new SeqRange(5, 7));
        assertThat(SeqRange.covering(IntStream.empty())).isEmpty();
        assertThat(SeqRange.covering(IntStream.of(Integer.MAX_VALUE - 1, Integer.MAX_VALUE)))
                .containsExactly(new SeqRange(Integer.MAX_VALUE - 1, Integer.MAX_VALUE));
    }

    @Test
    void aPageAnswersToItsIdAndItsTitle() {
        assertThat(ReferenceToken.of(Samples.page())).containsExactly("id:65601", "title:ENG/Zürich & \"Co\" 🚰");
    }

    @Test
    void anAttachmentAnswersToItsNameOnItsPage() {
        assertThat(ReferenceToken.of(Samples.attachment())).isEqualTo(List.of("file:65601/plan.pdf"));
    }

    @Test
    void textThatJsonOrTheDatabaseCannotHoldIsReplacedAlikeInNamesAndResources() {
        // Given
        String hostile = "nul \u0000, halves \ud83d \udeb0, whole \ud83d\udeb0";
        PageResource page = new PageResource(
                ResourceKey.page("1"),
                "ENG",
                hostile,
                null,
                "current",
                Samples.page().version(),
                "ENG/1.md",
                "https://acme.example/wiki/1",
                null,
                null);

        // When and then
        assertThat(page.title()).isEqualTo("nul \ufffd, halves \ufffd \ufffd, whole \ud83d\udeb0");
        assertThat(ReferenceToken.of(page)).contains(ReferenceToken.title("ENG", hostile));
        assertThat(Wire.decode(Wire.encode(page), Resource.class)).isEqualTo(page);
    }

    @Test
    void whatAPageIsComparedByDiffersWithSpaceTitleParentAndStatus() {
        // Given
        PageResource page = Samples.page();
        PageResource atTop = new PageResource(
                page.key(),
                page.spaceKey(),
                page.title(),
                null,
                page.status(),
                page.version(),
                page.path(),
                page.webUrl(),
                page.ancestors(),
                null);

        // When and then
        assertThat(atTop.identity()).isNotEqualTo(page.identity());
        assertThat(page.at(new ResourceVersion(8, page.version().createdAt())).identity())
                .isEqualTo(page.identity());
    }

    @Test
    void aPageWhoseAncestorWasRenamedIsAnotherOneForItShowsTheTitle() {
        // Given
        PageResource page = Samples.page();

        // When
        PageResource below = new PageResource(
                page.key(),
                page.spaceKey(),
                page.title(),
                page.parent(),
                page.status(),
                page.version(),
                page.path(),
                page.webUrl(),
                List.of("Start", "Architecture"),
                page.created());

        // Then
        assertThat(below.identity()).isNotEqualTo(page.identity());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "12", "65601"})
    void theArchivedBodyOfAPageLiesUnderTheLastTwoDigitsOfItsId(String id) {
        // When
        String key = DestinationLayout.rawBody(ResourceKey.page(id));

        // Then
        assertThat(key).matches("\\.sluice/raw/page/[0-9]{2}/" + id + "\\.xml");
    }
}
