package dev.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do to files, and what a visitor sees of it. */
class AttachmentOperationsTest {

    private final SimulatorOptions options = SimulatorOptions.cloud().withShape(SiteShape.small());
    private SimulatedConfluence confluence;
    private SimulatedSite site;
    private Visitor visitor;
    private String page;
    private String other;

    @BeforeEach
    void start() {
        confluence = SimulatedConfluence.start(options);
        site = confluence.site();
        visitor = Visitor.of(confluence, options);
        page = site.pageIds("ENG").get(3);
        other = site.pageIds("ENG").get(4);
    }

    @AfterEach
    void stop() {
        visitor.close();
        confluence.close();
    }

    private JsonNode fetch(String attachment) {
        return visitor.json("/api/v2/attachments/" + attachment);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aRenameMakesAVersionOfTheSameBytes() {
        String file = site.addAttachment(page, "a.txt", bytes("one"));
        JsonNode before = fetch(file);
        site.renameAttachment(file, "b.txt");
        JsonNode after = fetch(file);
        assertThat(after.path("title").asText()).isEqualTo("b.txt");
        assertThat(after.at("/version/number").asInt()).isEqualTo(2);
        assertThat(after.path("fileId")).isEqualTo(before.path("fileId"));
        site.newAttachmentVersion(file, bytes("two"));
        assertThat(fetch(file).path("fileId")).isNotEqualTo(before.path("fileId"));
    }

    @Test
    void aMoveChangesThePageAndNoVersion() {
        String file = site.addAttachment(page, "a.txt", bytes("one"));
        JsonNode before = fetch(file);
        site.moveAttachment(file, other);
        JsonNode after = fetch(file);
        assertThat(after.path("pageId").asText()).isEqualTo(other);
        assertThat(after.path("version")).isEqualTo(before.path("version"));
        assertThat(site.attachments(page)).extracting(SimulatedAttachment::id).doesNotContain(file);
        assertThat(site.attachments(other)).extracting(SimulatedAttachment::id).contains(file);
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        String file = site.addAttachment(page, "a.txt", bytes("one"));
        site.addAttachment(page, "b.txt", bytes("two"));
        String elsewhere = site.addAttachment(other, "b.txt", bytes("three"));
        assertThatThrownBy(() -> site.renameAttachment(file, "b.txt")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> site.moveAttachment(elsewhere, page)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRenamedSpaceKeepsItsKeyAndItsPages() {
        int version = site.page(page).version();
        site.renameSpace("ENG", "Another name");
        JsonNode space = visitor.json("/api/v2/spaces?keys=ENG").at("/results/0");
        assertThat(space.path("name").asText()).isEqualTo("Another name");
        assertThat(site.page(page).version()).isEqualTo(version);
    }
}
