package dev.sluice.detector.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.detector.Scene;
import dev.sluice.detector.manifest.Known;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.CommentsRef;
import dev.sluice.pipeline.PageDetails;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Person;
import dev.sluice.pipeline.ResourceVersion;
import dev.sluice.pipeline.RunMode;
import dev.sluice.pipeline.StoredCopy;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decisions on what belongs to a page besides its body. */
class ChangedDetailsTest {

    private static final Instant NOON = Scene.NOON;
    private static final StoredCopy BODY = new StoredCopy(".sluice/raw/page/01/1.xml", "aa", 10);
    private static final List<Person> ADA = List.of(new Person("ada", "Ada"));
    private static final List<String> OPS = List.of("ops");
    private static final CommentsRef COMMENTS = new CommentsRef("comments-0.jsonl", 0, 10, "c1");
    private static final PageResource PAGE = Scene.page("1", "A");
    private static final PageResource DETAILED = detailed(new PageDetails(ADA, OPS, COMMENTS));

    private final ChangeDetector detector = new ChangeDetector("markdown-2");

    static Stream<PageDetails> otherDetails() {
        return Stream.of(
                new PageDetails(ADA, List.of("ops", "new"), COMMENTS),
                new PageDetails(ADA, null, COMMENTS),
                new PageDetails(ADA, OPS, null),
                new PageDetails(ADA, OPS, new CommentsRef("comments-0.jsonl", 0, 10, "c2")),
                new PageDetails(List.of(new Person("ada", "Ada Byron")), OPS, COMMENTS));
    }

    @ParameterizedTest
    @MethodSource("otherDetails")
    void aPageWithOtherLabelsCommentsOrNamesIsRenderedAnewWithoutADownload(PageDetails details) {
        assertThat(detector.decide(detailed(details), known(DETAILED), RunMode.PLAIN))
                .isEqualTo(new Decision.Reuse(ChangeReason.DETAILS, BODY));
        assertThat(detector.decide(DETAILED, known(detailed(details)), RunMode.PLAIN))
                .isEqualTo(new Decision.Reuse(ChangeReason.DETAILS, BODY));
    }

    @Test
    void aPageThatHasDetailsForTheFirstTimeOrNoMoreIsRenderedAnewWithoutADownload() {
        assertThat(detector.decide(DETAILED, known(PAGE), RunMode.PLAIN))
                .isEqualTo(new Decision.Reuse(ChangeReason.DETAILS, BODY));
        assertThat(detector.decide(PAGE, known(DETAILED), RunMode.PLAIN))
                .isEqualTo(new Decision.Reuse(ChangeReason.DETAILS, BODY));
    }

    @Test
    void aPageWithTheSameDetailsIsSkippedWhereverItsCommentsLieInThisRun() {
        // Given
        PageResource listedAgain = detailed(new PageDetails(ADA, OPS, new CommentsRef("elsewhere", 99, 10, "c1")));

        // When and then
        assertThat(detector.decide(listedAgain, known(DETAILED), RunMode.PLAIN)).isEqualTo(new Decision.Unchanged());
    }

    @Test
    void detailsThatAreNotKnownAreTakenForTheSame() {
        assertThat(detector.decide(DETAILED, known(DETAILED, null), RunMode.PLAIN))
                .isEqualTo(new Decision.Unchanged());
    }

    @Test
    void anotherVersionOrRendererCountsForMoreThanOtherDetails() {
        // Given
        ChangeDetector upgraded = new ChangeDetector("markdown-3");

        // When and then
        assertThat(detector.decide(DETAILED.at(new ResourceVersion(6, NOON)), known(PAGE), RunMode.PLAIN))
                .isEqualTo(new Decision.Fetch(ChangeReason.VERSION));
        assertThat(upgraded.decide(DETAILED, known(PAGE), RunMode.PLAIN))
                .isEqualTo(new Decision.Reuse(ChangeReason.FORMAT, BODY));
    }

    private static PageResource detailed(PageDetails details) {
        return PAGE.with(details);
    }

    private static Known known(PageResource page) {
        return known(page, page.detailsFingerprint());
    }

    private static Known known(PageResource page, @Nullable String details) {
        return new Known(
                true,
                page.version(),
                page.identity(),
                page.path(),
                "cc",
                "markdown-2",
                details,
                BODY,
                NOON,
                null,
                false);
    }
}
