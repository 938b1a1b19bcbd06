package dev.sluice.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.pipeline.CommentsRef;
import dev.sluice.pipeline.Person;
import dev.sluice.pipeline.RunId;
import dev.sluice.store.LocalObjectStore;
import dev.sluice.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommentFilesTest {

    private static final RunId RUN = new RunId("00000000-0000-4000-8000-000000000001");
    private static final List<CommentThread> COMMENTS = List.of(new CommentThread(
            "1",
            new Person("ada", "Ada"),
            Instant.parse("2026-01-01T12:00:00Z"),
            "quoted \uD83D\uDEB0",
            true,
            "<p>Line\nand another</p>",
            List.of(new CommentThread("2", null, null, "", false, "<p>half \uD83D</p>", List.of()))));

    @TempDir
    Path folder;

    private ObjectStore store;

    @BeforeEach
    void inAFolder() {
        store = LocalObjectStore.open(folder);
    }

    @Test
    void theCommentsOfEachPageAreReadBackByThemselves() {
        // Given
        CommentFiles files = new CommentFiles(store, RUN);
        CommentsRef first = files.add(COMMENTS);
        CommentsRef second = files.add(COMMENTS.getFirst().replies());
        files.finish();

        // When and then
        assertThat(CommentFiles.read(store, first)).isEqualTo(COMMENTS);
        assertThat(CommentFiles.read(store, second))
                .isEqualTo(COMMENTS.getFirst().replies());
    }

    @Test
    void equalCommentsHaveEqualChecksumsWhereverTheyLie() {
        // Given
        CommentFiles files = new CommentFiles(store, RUN);

        // When
        CommentsRef one = files.add(COMMENTS);
        CommentsRef other = files.add(COMMENTS);
        CommentsRef edited = files.add(COMMENTS.getFirst().replies());

        // Then
        assertThat(other.sha256()).isEqualTo(one.sha256()).isNotEqualTo(edited.sha256());
        assertThat(other.offset()).isNotEqualTo(one.offset());
    }

    @Test
    void noFileGrowsBeyondWhatIsReadForOnePage() {
        // Given
        CommentFiles files = new CommentFiles(store, RUN);
        List<CommentThread> large =
                List.of(new CommentThread("1", null, null, "", false, "x".repeat(300_000), List.of()));

        // When
        List<CommentsRef> refs = new ArrayList<>();
        for (int page = 0; page < 10; page++) {
            refs.add(files.add(large));
        }
        files.finish();

        // Then
        Set<String> keys = refs.stream().map(CommentsRef::key).collect(Collectors.toSet());
        assertThat(keys)
                .hasSize(4)
                .allSatisfy(key -> assertThat(store.size(key).orElseThrow()).isLessThan(1_100_000L));
        assertThat(refs)
                .allSatisfy(ref -> assertThat(CommentFiles.read(store, ref)).isEqualTo(large));
    }

    @Test
    void theyGoWithTheCatalogOfTheirRun() {
        // Given
        CommentFiles files = new CommentFiles(store, RUN);
        CommentsRef ref = files.add(COMMENTS);
        files.finish();
        Catalog later = new Catalog(store, new RunId("00000000-0000-4000-8000-000000000002"));
        later.write(new TreeMap<>());

        // When
        later.removeOthers();

        // Then
        assertThatThrownBy(() -> CommentFiles.read(store, ref)).isInstanceOf(MissingCatalogException.class);
    }

    @Test
    void damagedFilesAreNotTakenForComments() throws IOException {
        // Given
        CommentFiles files = new CommentFiles(store, RUN);
        files.add(COMMENTS);
        CommentsRef ref = files.add(COMMENTS);
        files.finish();
        Path file = folder.resolve(ref.key());
        String whole = Files.readString(file);

        // When and then
        Files.writeString(file, whole.replace("another", "changed"));
        assertThatThrownBy(() -> CommentFiles.read(store, ref)).isInstanceOf(MissingCatalogException.class);
        Files.writeString(file, whole.substring(0, 10));
        assertThatThrownBy(() -> CommentFiles.read(store, ref)).isInstanceOf(MissingCatalogException.class);
    }
}
