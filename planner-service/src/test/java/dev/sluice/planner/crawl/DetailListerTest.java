package dev.sluice.planner.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.catalog.CommentFiles;
import dev.sluice.catalog.CommentThread;
import dev.sluice.confluence.Comment;
import dev.sluice.confluence.ConfluenceException;
import dev.sluice.confluence.ConfluenceException.Category;
import dev.sluice.confluence.Page;
import dev.sluice.confluence.Person;
import dev.sluice.confluence.ScriptedConfluence;
import dev.sluice.confluence.Space;
import dev.sluice.confluence.WantedPages;
import dev.sluice.pipeline.CommentsRef;
import dev.sluice.pipeline.PageDetails;
import dev.sluice.pipeline.RunId;
import dev.sluice.store.LocalObjectStore;
import dev.sluice.store.ObjectStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetailListerTest {

    private static final RunId RUN = new RunId("00000000-0000-4000-8000-000000000001");
    private static final List<Person> AUTHORS = List.of(new Person("ada", "Ada"), new Person("bora", null));

    @TempDir
    Path folder;

    private ObjectStore store;
    private final ScriptedConfluence confluence = new ScriptedConfluence();
    private final Space eng = confluence.space("1", "ENG");

    @BeforeEach
    void twoPages() {
        store = LocalObjectStore.open(folder);
        confluence.page(eng, "10", null, "Home");
        confluence.page(eng, "11", "10", "Design");
        confluence.describe("10", AUTHORS, List.of("listed"));
        confluence.describe("11", List.of(), null);
        confluence.label("11", "asked");
    }

    @Test
    void whatTheListingSaysCostsNoRequest() {
        // When
        Map<String, PageDetails> details = details(Map.of());

        // Then
        assertThat(details)
                .containsOnly(Map.entry(
                        "10",
                        new PageDetails(
                                List.of(
                                        new dev.sluice.pipeline.Person("ada", "Ada"),
                                        new dev.sluice.pipeline.Person("bora", null)),
                                List.of("listed"),
                                null)));
        assertThat(confluence.askedLabels()).isEmpty();
    }

    @Test
    void labelsThatTheListingLeavesOutAreAskedForWhenTheyAreWanted() {
        // When
        Map<String, PageDetails> details = details(Map.of("labels", "on", "front-matter", "labels"));

        // Then
        assertThat(confluence.askedLabels()).containsExactly(List.of("11"));
        assertThat(details)
                .containsOnly(
                        Map.entry("10", new PageDetails(null, List.of("listed"), null)),
                        Map.entry("11", new PageDetails(null, List.of("asked"), null)));
    }

    @Test
    void commentsAreListedOnceAndLieBesideTheCatalogPageByPage() {
        // Given
        confluence.comment(comment("7", "10", null, "<p>First</p>"));
        confluence.comment(comment("8", "10", "7", "<p>Reply</p>"));

        // When
        Map<String, PageDetails> details = details(Map.of("comments", "on", "front-matter", "none"));

        // Then
        CommentsRef ref = Objects.requireNonNull(details.get("10")).comments();
        assertThat(CommentFiles.read(store, Objects.requireNonNull(ref)))
                .singleElement()
                .satisfies(thread -> {
                    assertThat(thread.storage()).isEqualTo("<p>First</p>");
                    assertThat(thread.replies())
                            .extracting(CommentThread::storage)
                            .containsExactly("<p>Reply</p>");
                });
        assertThat(details).doesNotContainKey("11");
        assertThat(confluence.commentListings()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"edited", "resolved", "answered", "named"})
    void anyChangeOfACommentGivesThePageAnotherFingerprint(String change) {
        // Given
        confluence.comment(comment("7", "10", null, "<p>First</p>"));
        Map<String, String> settings = Map.of("comments", "on");
        String before = Objects.requireNonNull(details(settings).get("10")).fingerprint();
        assertThat(Objects.requireNonNull(details(settings).get("10")).fingerprint())
                .isEqualTo(before);

        // When
        Comment first = comment("7", "10", null, "<p>First</p>");
        confluence.comment(
                switch (change) {
                    case "edited" -> comment("7", "10", null, "<p>Edited</p>");
                    case "resolved" ->
                        new Comment("7", "10", null, first.author(), first.writtenAt(), "", true, first.storage());
                    case "answered" -> comment("8", "10", "7", "<p>Reply</p>");
                    default ->
                        new Comment(
                                "7",
                                "10",
                                null,
                                new Person("ada", "Ada B"),
                                first.writtenAt(),
                                "",
                                false,
                                first.storage());
                });

        // Then
        assertThat(Objects.requireNonNull(details(settings).get("10")).fingerprint())
                .isNotEqualTo(before);
    }

    @Test
    void commentsThatNobodyAskedForAreNotListed() {
        // Given
        confluence.comment(comment("7", "10", null, "<p>First</p>"));

        // When and then
        assertThat(Objects.requireNonNull(
                                details(Map.of("resolved-comments", "on")).get("10"))
                        .comments())
                .isNull();
        assertThat(confluence.commentListings()).isZero();
    }

    private static Comment comment(String id, String page, @Nullable String parent, String storage) {
        return new Comment(id, page, parent, new Person("ada", "Ada"), ScriptedConfluence.NOON, "", false, storage);
    }

    @Test
    void whatIsNotWantedIsLeftOut() {
        assertThat(details(Map.of("labels", "off", "front-matter", "title"))).isEmpty();
        assertThat(confluence.askedLabels()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"labels", "comments"})
    void aRefusalSaysHowToDoWithout(String what) {
        // Given
        confluence.refuse(what, Category.FORBIDDEN);

        // When and then
        assertThatThrownBy(() -> details(Map.of(what, "on")))
                .isInstanceOf(ConfluenceException.class)
                .hasMessageContaining("--without " + what);
    }

    @ParameterizedTest
    @EnumSource(
            value = Category.class,
            names = {"THROTTLED", "UNAVAILABLE"})
    void troubleOfTheSiteIsNoRefusal(Category trouble) {
        // Given
        confluence.refuse("labels", trouble);

        // When and then
        assertThatThrownBy(() -> details(Map.of("labels", "on"))).hasMessageNotContaining("--without");
    }

    private Map<String, PageDetails> details(Map<String, String> settings) {
        List<Page> pages = confluence.pages(eng).toList();
        return new DetailLister(confluence, WantedDetails.of(settings), new CommentFiles(store, RUN))
                .list(WantedPages.of(pages))
                .of(pages);
    }
}
