package dev.sluice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageDetailsTest {

    private static final List<Person> AUTHORS = List.of(new Person("a", null), new Person("b", null));
    private static final CommentsRef COMMENTS = new CommentsRef("comments-0.jsonl", 0, 10, "aa");
    private static final PageDetails DETAILS = new PageDetails(AUTHORS, List.of("ops", "runbook"), COMMENTS);

    static Stream<PageDetails> others() {
        return Stream.of(
                new PageDetails(List.of(new Person("a", null)), DETAILS.labels(), COMMENTS),
                new PageDetails(List.of(new Person("a", "Ada"), new Person("b", null)), DETAILS.labels(), COMMENTS),
                new PageDetails(AUTHORS, List.of("ops"), COMMENTS),
                new PageDetails(AUTHORS, List.of("ops", "runbook", "x"), COMMENTS),
                new PageDetails(AUTHORS, null, COMMENTS),
                new PageDetails(AUTHORS, DETAILS.labels(), null),
                new PageDetails(AUTHORS, DETAILS.labels(), new CommentsRef("comments-0.jsonl", 0, 10, "bb")));
    }

    @ParameterizedTest
    @MethodSource("others")
    void otherDetailsHaveAnotherFingerprint(PageDetails other) {
        assertThat(other.fingerprint()).isNotEqualTo(DETAILS.fingerprint());
    }

    @Test
    void theOrderOfLabelsAndThePlaceOfCommentsMakeNoDifference() {
        // When
        PageDetails same = new PageDetails(
                AUTHORS, List.of("runbook", "ops", "ops"), new CommentsRef("comments-7.jsonl", 99, 10, "aa"));

        // Then
        assertThat(same.fingerprint()).isEqualTo(DETAILS.fingerprint());
    }

    @Test
    void noDetailsTakeNoRoom() {
        // Given
        PageResource page = Samples.page();

        // When
        PageResource bare = page.with(new PageDetails(List.of(), List.of(), null));

        // Then
        assertThat(bare).isEqualTo(page);
        assertThat(bare.detailsFingerprint()).isEmpty();
    }

    @Test
    void aPageIsAmongThoseOfItsTitleAndThoseWithEachOfItsLabelsInItsSpaceAndInAll() {
        // Given
        PageResource page = Samples.page();
        PageResource labelled = page.with(new PageDetails(null, List.of("ops"), null));

        // When and then
        assertThat(ReferenceToken.memberships(labelled))
                .containsExactly(
                        ReferenceToken.titled("ENG", page.title()),
                        ReferenceToken.children("65600"),
                        ReferenceToken.labelled("ops", null),
                        ReferenceToken.labelled("ops", "ENG"));
    }
}
