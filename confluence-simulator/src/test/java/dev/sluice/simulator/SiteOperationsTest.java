package dev.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which change makes a new version, and what else a visitor sees of it. */
class SiteOperationsTest {

    private final SimulatorOptions options =
            SimulatorOptions.cloud().withShape(SiteShape.small().withSpaces(2).withPagesPerSpace(40));
    private SimulatedConfluence confluence;
    private SimulatedSite site;
    private Visitor visitor;
    private String parent;
    private String child;

    @BeforeEach
    void start() {
        confluence = SimulatedConfluence.start(options);
        site = confluence.site();
        visitor = Visitor.of(confluence, options);
        child = site.pageIds("ENG").stream()
                .filter(id -> depth(id) >= 2)
                .findFirst()
                .orElseThrow();
        parent = site.page(child).parentId();
    }

    @AfterEach
    void stop() {
        visitor.close();
        confluence.close();
    }

    private int depth(String id) {
        String above = site.page(id).parentId();
        return above == null ? 0 : 1 + depth(above);
    }

    private JsonNode fetch(String id) {
        return visitor.json("/api/v2/pages/" + id + "?body-format=storage");
    }

    private List<String> listed() {
        return visitor.all("/api/v2/pages?limit=250").stream()
                .map(page -> page.path("id").asText())
                .toList();
    }

    private int status(String path) {
        return visitor.ask(path).statusCode();
    }

    private static String time(JsonNode page) {
        return page.at("/version/createdAt").asText();
    }

    private static String body(JsonNode page) {
        return page.at("/body/storage/value").asText();
    }

    @Test
    void anEditMakesAVersionWithALaterTime() {
        JsonNode before = fetch(child);
        site.editPage(child, "<p>edited</p>");
        JsonNode after = fetch(child);
        assertThat(after.at("/version/number").asInt())
                .isEqualTo(before.at("/version/number").asInt() + 1);
        assertThat(time(after)).isGreaterThan(time(before));
        assertThat(body(after)).isEqualTo("<p>edited</p>");
        assertThat(after.path("createdAt")).isEqualTo(before.path("createdAt"));
    }

    @Test
    void appendedTextFollowsTheOldBody() {
        String before = body(fetch(child));
        site.appendToPage(child, "one & two");
        assertThat(body(fetch(child)).equals(before + "<p>one &amp; two</p>")).isTrue();
    }

    @Test
    void anIdenticalPutALabelAndAnAttachmentChangeNothingOfThePage() {
        JsonNode before = fetch(child);
        site.identicalPut(child);
        site.addLabel(child, "reviewed");
        site.newAttachmentVersion(site.attachments(child).getFirst().id(), new byte[10]);
        site.deleteAttachment(site.addAttachment(child, "new.txt", new byte[5]));
        assertThat(fetch(child).equals(before)).isTrue();
        assertThat(visitor.all("/api/v2/pages/" + child + "/labels")).hasSize(1);
        assertThat(site.attachments(child)).hasSize(1);
    }

    @Test
    void aRenameMakesAVersionWithTheSameBody() {
        JsonNode before = fetch(child);
        site.renamePage(child, "Quite another title");
        JsonNode after = fetch(child);
        assertThat(after.at("/version/number").asInt())
                .isEqualTo(before.at("/version/number").asInt() + 1);
        assertThat(after.path("title").asText()).isEqualTo("Quite another title");
        assertThat(body(after).equals(body(before))).isTrue();
    }

    @Test
    void aMoveChangesTheParentAndNoVersion() {
        JsonNode before = fetch(parent);
        String home = site.pageIds("ENG").getFirst();
        String target = site.pageIds("ENG").stream()
                .filter(id -> !id.equals(parent) && !id.equals(home) && !home.equals(id))
                .filter(id -> depth(id) == 1)
                .findFirst()
                .orElseThrow();
        site.movePage(parent, target.equals(parent) ? home : target);
        JsonNode after = fetch(parent);
        assertThat(after.path("parentId").asText()).isEqualTo(target);
        assertThat(after.path("version")).isEqualTo(before.path("version"));
    }

    @Test
    void aMoveByPutMakesAVersion() {
        JsonNode before = fetch(child);
        String home = site.pageIds("ENG").getFirst();
        site.movePageByPut(child, home);
        JsonNode after = fetch(child);
        assertThat(after.path("parentId").asText()).isEqualTo(home);
        assertThat(after.at("/version/number").asInt())
                .isEqualTo(before.at("/version/number").asInt() + 1);
    }

    @Test
    void anInlineCommentChangesTheBodyAtTheSameVersion() {
        JsonNode before = fetch(child);
        site.addInlineComment(child);
        JsonNode after = fetch(child);
        assertThat(after.path("version")).isEqualTo(before.path("version"));
        String unmarked = body(after).replaceAll("</?ac:inline-comment-marker[^>]*>", "");
        assertThat(body(after).equals(body(before))).isFalse();
        assertThat(unmarked.equals(body(before))).isTrue();
    }

    @Test
    void restoringAnOldVersionAppendsOne() {
        String old = body(fetch(child));
        int number = site.page(child).version();
        site.editPage(child, "<p>worse</p>");
        site.restoreVersion(child, number);
        assertThat(site.page(child).version()).isEqualTo(number + 2);
        assertThat(body(fetch(child)).equals(old)).isTrue();
        assertThat(visitor.all("/api/v2/pages/" + child + "/versions?limit=1")).hasSize(number + 2);
    }

    @Test
    void aMoveToAnotherSpaceTakesThePagesBelowAlongAndMayChangeBodiesWithoutAVersion() {
        JsonNode before = fetch(child);
        String target = site.pageIds("OPS").getFirst();
        site.movePage(parent, target);
        JsonNode after = fetch(child);
        assertThat(site.page(child).spaceKey()).isEqualTo("OPS");
        assertThat(site.pageIds("OPS")).contains(parent, child);
        assertThat(after.path("version")).isEqualTo(before.path("version"));
        assertThat(body(before)).doesNotContain("ri:space-key=\"ENG\"");
        assertThat(body(after)).contains("ri:space-key=\"ENG\"");
    }

    @Test
    void aPageCannotBeMovedBelowItself() {
        assertThatThrownBy(() -> site.movePage(parent, child)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTrashedPageLeavesListingsButNotItsAddressAndItsChildrenMoveUp() {
        String grandparent = site.page(parent).parentId();
        int version = site.page(child).version();
        site.trashPage(parent);
        assertThat(listed()).hasSize(79).doesNotContain(parent).contains(child);
        assertThat(fetch(parent).path("status").asText()).isEqualTo("trashed");
        assertThat(fetch(child).path("parentId").asText()).isEqualTo(grandparent);
        assertThat(site.page(child).version()).isEqualTo(version);
        assertThat(visitor.json("/api/v2/pages?status=trashed")
                        .at("/results/0/id")
                        .asText())
                .isEqualTo(parent);
        assertThat(visitor.all("/api/v2/attachments?limit=250")).hasSize(79);
    }

    @Test
    void aRestoredPageComesBackUnderItsParentWithANewVersion() {
        JsonNode before = fetch(parent);
        site.trashPage(parent);
        site.restorePage(parent);
        JsonNode after = fetch(parent);
        assertThat(after.path("parentId")).isEqualTo(before.path("parentId"));
        assertThat(after.at("/version/number").asInt())
                .isEqualTo(before.at("/version/number").asInt() + 1);
        assertThat(listed()).contains(parent);
    }

    @Test
    void aPurgedPageIsNotFound() {
        String attachment = site.attachments(child).getFirst().id();
        site.purgePage(child);
        assertThat(status("/api/v2/pages/" + child)).isEqualTo(404);
        assertThat(status("/api/v2/attachments/" + attachment)).isEqualTo(404);
        assertThat(listed()).hasSize(79);
    }

    @Test
    void aRestrictedPageVanishesWithAllBelowItUntilTheRestrictionIsLifted() {
        site.restrictPage(parent);
        assertThat(listed()).doesNotContain(parent, child);
        assertThat(status("/api/v2/pages/" + child)).isEqualTo(404);
        assertThat(status("/api/v2/pages/" + child + "/attachments")).isEqualTo(404);
        site.unrestrictPage(parent);
        assertThat(listed()).contains(parent, child).hasSize(80);
    }

    @Test
    void deletingAHistoricalVersionSlidesTheNumberDownAndKeepsTheTime() {
        site.editPage(child, "<p>one</p>");
        JsonNode before = fetch(child);
        site.deleteHistoricalVersion(child);
        JsonNode slid = fetch(child);
        assertThat(slid.at("/version/number").asInt())
                .isEqualTo(before.at("/version/number").asInt() - 1);
        assertThat(time(slid)).isEqualTo(time(before));
        site.editPage(child, "<p>two</p>");
        JsonNode edited = fetch(child);
        assertThat(edited.at("/version/number")).isEqualTo(before.at("/version/number"));
        assertThat(body(edited)).isNotEqualTo(body(before));
    }

    @Test
    void anArchivedPageStaysInTheDefaultListingWithItsStatus() {
        int version = site.page(child).version();
        site.archivePage(child);
        assertThat(listed()).contains(child);
        assertThat(fetch(child).path("status").asText()).isEqualTo("archived");
        assertThat(visitor.all("/api/v2/pages?status=current&limit=250")).hasSize(79);
        site.unarchivePage(child);
        assertThat(site.page(child)).satisfies(page -> {
            assertThat(page.status()).isEqualTo("current");
            assertThat(page.version()).isEqualTo(version);
        });
    }

    @Test
    void manyCanEditWhileOthersList() throws InterruptedException {
        int before = site.page(child).version();
        List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int person = 0; person < 4; person++) {
                people.execute(() -> IntStream.range(0, 100).forEach(edit -> site.appendToPage(child, "x")));
                people.execute(() -> IntStream.range(0, 5).forEach(listing -> sizes.add(listed().size())));
            }
            people.shutdown();
            assertThat(people.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(site.page(child).version()).isEqualTo(before + 400);
        assertThat(sizes).hasSize(20).containsOnly(80);
    }

    @Test
    void titlesAreUniqueWithinASpace() {
        String title = site.page(child).title();
        assertThatThrownBy(() -> site.createPage("ENG", parent, title, "<p/>"))
                .isInstanceOf(IllegalStateException.class);
        String elsewhere = site.createPage("OPS", null, "Only here", "<p/>");
        assertThat(listed()).contains(elsewhere);
    }

    @Test
    void aNewSpaceHasAHomePage() {
        String id = site.createSpace("NEW", "New space");
        JsonNode space = visitor.json("/api/v2/spaces/" + id);
        assertThat(site.pageIds("NEW")).containsExactly(space.path("homepageId").asText());
    }
}
