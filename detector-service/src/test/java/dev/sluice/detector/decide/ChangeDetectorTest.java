package dev.sluice.detector.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.detector.manifest.Known;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.ResourceVersion;
import dev.sluice.pipeline.RunMode;
import dev.sluice.pipeline.StoredCopy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeDetectorTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String CHECKSUM = "cc";
    private static final ResourceVersion V5 = new ResourceVersion(5, NOON);
    private static final StoredCopy BODY = new StoredCopy(".sluice/raw/page/01/1.xml", "aa", 10);
    private static final StoredCopy FILE = new StoredCopy("ENG/A/_attachments/x.png", "bb", 20);
    private static final PageResource PAGE = page("A", "0", "current", "ENG/A.md");
    private static final AttachmentResource ATTACHMENT = attachment("f-1", "ENG/A/_attachments/x.png");

    private final ChangeDetector detector = new ChangeDetector("markdown-2");

    @Test
    void aResourceThatTheManifestDoesNotKnowIsNew() {
        assertThat(detector.decide(PAGE, null, RunMode.PLAIN)).isEqualTo(new Decision.Fetch(ChangeReason.NEW));
        assertThat(detector.decide(ATTACHMENT, null, RunMode.PLAIN)).isEqualTo(new Decision.Fetch(ChangeReason.NEW));
    }

    @Test
    void whatWasGoneAndIsBackIsFetchedThoughNothingElseChanged() {
        assertThat(detector.decide(PAGE, gone(known(PAGE)), RunMode.PLAIN))
                .isEqualTo(new Decision.Fetch(ChangeReason.RESTORED));
        assertThat(detector.decide(ATTACHMENT, gone(known(ATTACHMENT)), RunMode.PLAIN))
                .isEqualTo(new Decision.Fetch(ChangeReason.RESTORED));
    }

    @Test
    void skipsWhatIsAsTheManifestKnowsIt() {
        assertThat(detector.decide(PAGE, known(PAGE), RunMode.PLAIN)).isEqualTo(new Decision.Unchanged());
        assertThat(detector.decide(ATTACHMENT, known(ATTACHMENT), RunMode.PLAIN))
                .isEqualTo(new Decision.Unchanged());
    }

    @ParameterizedTest
    @CsvSource({"6, 0", "4, 0", "5, 1", "5, -1"})
    void anotherVersionNumberOrTimeMeansAnotherVersionWhateverTheirOrder(int number, int laterSeconds) {
        // Given
        ResourceVersion listed = new ResourceVersion(number, NOON.plusSeconds(laterSeconds));
        AttachmentResource file = attachment(ATTACHMENT.fileId(), ATTACHMENT.path(), listed);

        // When and then
        assertThat(detector.decide(PAGE.at(listed), known(PAGE), RunMode.PLAIN))
                .isEqualTo(new Decision.Fetch(ChangeReason.VERSION));
        assertThat(detector.decide(file, known(ATTACHMENT), RunMode.PLAIN))
                .isEqualTo(new Decision.Fetch(ChangeReason.VERSION));
    }

    @Test
    void aVersionThatConfluenceDoesNotStateIsFetchedToFindOut() {
        // Given
        PageResource unstated = PAGE.at(new ResourceVersion(0, Instant.EPOCH));
        Known alsoUnstated = new Known(
                true,
                unstated.version(),
                PAGE.identity(),
                PAGE.path(),
                CHECKSUM,
                "markdown-2",
                "",
                BODY,
                NOON,
                null,
                false);

        // When and then
        assertThat(detector.decide(unstated, known(PAGE), RunMode.PLAIN))
                .isEqualTo(new Decision.Fetch(ChangeReason.UNCONFIRMED));
        assertThat(detector.decide(unstated, alsoUnstated, RunMode.PLAIN))
                .isEqualTo(new Decision.Fetch(ChangeReason.UNCONFIRMED));
    }

    @Test
    void aPageAtAnotherPathIsRenderedAnewWithoutADownload() {
        // Given
        PageResource moved = page("A", "0", "current", "ENG/B/A.md");

        // When and then
        assertThat(detector.decide(moved, known(PAGE), RunMode.PLAIN))
                .isEqualTo(new Decision.Reuse(ChangeReason.MOVED, BODY));
    }

    @Test
    void aPageThatWentToAnotherSpaceIsDownloadedBecauseItsBodyMayDifferInTheSameVersion() {
        // Given
        PageResource elsewhere = new PageResource(
                PAGE.key(),
                "OPS",
                PAGE.title(),
                null,
                "current",
                PAGE.version(),
                "OPS/A.md",
                PAGE.webUrl(),
                null,
                null);

        // When and then
        assertThat(detector.decide(elsewhere, known(PAGE), RunMode.PLAIN))
                .isEqualTo(new Decision.Fetch(ChangeReason.UNCONFIRMED));
    }

    @ParameterizedTest
    @CsvSource({"a, 0, current", "A, 9, current", "A, , current", "A, 0, archived"})
    void anotherTitleParentOrStatusAtTheSamePathIsRenderedAnewWithoutADownload(
            String title, @Nullable String parent, String status) {
        // Given
        PageResource renamed = page(title, parent, status, PAGE.path());

        // When and then
        assertThat(detector.decide(renamed, known(PAGE), RunMode.PLAIN))
                .isEqualTo(new Decision.Reuse(ChangeReason.METADATA, BODY));
    }

    @Test
    void aPageWrittenByAnotherRendererIsRenderedAnewWithoutADownload() {
        // Given
        ChangeDetector upgraded = new ChangeDetector("markdown-3");

        // When and then
        assertThat(upgraded.decide(PAGE, known(PAGE), RunMode.PLAIN))
                .isEqualTo(new Decision.Reuse(ChangeReason.FORMAT, BODY));
        assertThat(upgraded.decide(ATTACHMENT, known(ATTACHMENT), RunMode.PLAIN))
                .isEqualTo(new Decision.Unchanged());
    }

    @Test
    void anAttachmentWithOtherBytesIsDownloadedEvenWhenItMovedToo() {
        // Given
        AttachmentResource replaced = attachment("f-2", "ENG/B/_attachments/x.png");

        // When and then
        assertThat(detector.decide(replaced, known(ATTACHMENT), RunMode.PLAIN))
                .isEqualTo(new Decision.Fetch(ChangeReason.VERSION));
    }

    @Test
    void anAttachmentAtAnotherPathIsPlacedThereWithoutADownload() {
        // Given
        AttachmentResource moved = attachment("f-1", "ENG/B/_attachments/x.png");

        // When and then
        assertThat(detector.decide(moved, known(ATTACHMENT), RunMode.PLAIN))
                .isEqualTo(new Decision.Reuse(ChangeReason.MOVED, FILE));
    }

    @Test
    void aForcedRunDownloadsWhatWasExportedBeforeItAndNotWhatItHasExportedAlready() {
        // Given
        RunMode after = new RunMode(3, NOON.plusSeconds(1), false, false);
        RunMode atTheSameTime = new RunMode(3, NOON, false, false);

        // When and then
        assertThat(detector.decide(PAGE, known(PAGE), after)).isEqualTo(new Decision.Fetch(ChangeReason.FORCED));
        assertThat(detector.decide(ATTACHMENT, known(ATTACHMENT), after))
                .isEqualTo(new Decision.Fetch(ChangeReason.FORCED));
        assertThat(detector.decide(PAGE, known(PAGE), atTheSameTime)).isEqualTo(new Decision.Unchanged());
        assertThat(detector.decide(ATTACHMENT, known(ATTACHMENT), atTheSameTime))
                .isEqualTo(new Decision.Unchanged());
    }

    @Test
    void withoutSmartSyncEverythingIsDownloadedWhateverTheManifestSays() {
        // Given
        RunMode mode = new RunMode(3, null, true, false);

        // When and then
        assertThat(detector.decide(PAGE, known(PAGE), mode)).isEqualTo(new Decision.Fetch(ChangeReason.UNCONDITIONAL));
        assertThat(detector.decide(ATTACHMENT, known(ATTACHMENT), mode))
                .isEqualTo(new Decision.Fetch(ChangeReason.UNCONDITIONAL));
    }

    @Test
    void aChangeThatWouldBeFoundAnywayIsReportedAsSuchByAForcedRun() {
        // Given
        RunMode mode = new RunMode(3, NOON.plusSeconds(1), true, false);
        PageResource edited = PAGE.at(new ResourceVersion(6, NOON));

        // When and then
        assertThat(detector.decide(PAGE, null, mode)).isEqualTo(new Decision.Fetch(ChangeReason.NEW));
        assertThat(detector.decide(PAGE, gone(known(PAGE)), mode)).isEqualTo(new Decision.Fetch(ChangeReason.RESTORED));
        assertThat(detector.decide(edited, known(PAGE), mode)).isEqualTo(new Decision.Fetch(ChangeReason.VERSION));
    }

    private static PageResource page(String title, @Nullable String parent, String status, String path) {
        return new PageResource(
                ResourceKey.page("1"),
                "ENG",
                title,
                parent == null ? null : ResourceKey.page(parent),
                status,
                V5,
                path,
                "https://acme.example/wiki/1",
                null,
                null);
    }

    private static AttachmentResource attachment(String fileId, String path) {
        return attachment(fileId, path, V5);
    }

    private static AttachmentResource attachment(String fileId, String path, ResourceVersion version) {
        return new AttachmentResource(
                ResourceKey.attachment("1", "att7"),
                ResourceKey.page("1"),
                "ENG",
                "x.png",
                "image/png",
                fileId,
                20,
                "/download/x.png",
                version,
                path,
                null);
    }

    private static Known known(Resource resource) {
        boolean page = resource instanceof PageResource;
        return new Known(
                true,
                V5,
                resource.identity(),
                resource.path(),
                CHECKSUM,
                page ? "markdown-2" : "",
                "",
                page ? BODY : FILE,
                NOON,
                null,
                false);
    }

    @Test
    void aRunThatVerifiesLooksAtTheFilesOfWhatIsUnchangedAndOfNothingElse() {
        RunMode verifying = new RunMode(3, null, false, false, true);
        PageResource moved = page("A", "0", "current", "ENG/B/A.md");

        assertThat(detector.decide(PAGE, known(PAGE), verifying)).isEqualTo(new Decision.Unverified());
        assertThat(detector.decide(ATTACHMENT, known(ATTACHMENT), verifying)).isEqualTo(new Decision.Unverified());
        assertThat(detector.decide(moved, known(PAGE), verifying))
                .isEqualTo(new Decision.Reuse(ChangeReason.MOVED, BODY));
        assertThat(detector.decide(PAGE, null, verifying)).isEqualTo(new Decision.Fetch(ChangeReason.NEW));
    }

    @Test
    void whatASnapshotLeavesOpenIsTakenForEqualUntilTheFileIsLookedAt() {
        ResourceVersion numberOnly = new ResourceVersion(5, Instant.EPOCH);
        Known page = new Known(true, numberOnly, "", PAGE.path(), "", "markdown-2", null, BODY, NOON, null, true);
        Known file = new Known(true, numberOnly, "", ATTACHMENT.path(), "", "", null, FILE, NOON, null, true);
        ResourceVersion earlier = new ResourceVersion(4, Instant.EPOCH);
        Known older = new Known(true, earlier, "", PAGE.path(), "", "markdown-2", null, BODY, NOON, null, true);

        assertThat(detector.decide(PAGE, page, RunMode.PLAIN)).isEqualTo(new Decision.Unverified());
        assertThat(detector.decide(ATTACHMENT, file, RunMode.PLAIN)).isEqualTo(new Decision.Unverified());
        assertThat(detector.decide(PAGE, older, RunMode.PLAIN)).isEqualTo(new Decision.Fetch(ChangeReason.VERSION));
    }

    private static Known gone(Known known) {
        return new Known(
                false,
                known.version(),
                known.identity(),
                known.path(),
                known.checksum(),
                known.format(),
                known.details(),
                known.source(),
                known.exportedAt(),
                null,
                known.unverified());
    }
}
