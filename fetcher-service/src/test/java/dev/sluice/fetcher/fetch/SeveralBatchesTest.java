package dev.sluice.fetcher.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.confluence.ConfluenceException.Category;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches that are in work at the same time. Each has a file, which arrives only when the other's pages are in the queue. */
class SeveralBatchesTest {

    @TempDir
    Path folder;

    private FetchScene scene;

    @BeforeEach
    void downloadsThatWaitForEachOther() {
        scene = new FetchScene(folder);
        Phaser both = new Phaser(2);
        scene.confluence().beforeDownload(both::arriveAndAwaitAdvance);
    }

    @Test
    void shareTheirRequestsForBodiesAndHaveEachTheirOwnPages() {
        // Given
        List<Change> first = pagesAndAFile(1000, 60);
        List<Change> second = pagesAndAFile(2000, 70);

        // When
        List<Fetched> fetched = together(first, second);

        // Then
        assertThat(scene.confluence().askedBodies().stream().map(List::size)).containsExactlyInAnyOrder(100, 30);
        assertThat(fetched).allSatisfy(batch -> assertThat(batch.outcomes()).isEmpty());
        assertThat(numbers(fetched.get(0))).containsExactlyInAnyOrderElementsOf(numbers(first));
        assertThat(numbers(fetched.get(1))).containsExactlyInAnyOrderElementsOf(numbers(second));
    }

    @Test
    void payForEveryRequestOnce() {
        // When
        List<Fetched> fetched = together(pagesAndAFile(1000, 60), pagesAndAFile(2000, 70));

        // Then
        long paid = fetched.stream()
                .flatMap(batch -> batch.expenses().stream())
                .mapToLong(Outcome.Requested::requests)
                .sum();
        assertThat(paid).isEqualTo(scene.confluence().requests().all()).isEqualTo(4);
    }

    @Test
    void failWithTheRequestThatTheyShare() {
        // Given
        scene.confluence().refuse("bodies", Category.UNAVAILABLE);

        // When
        List<Fetched> fetched = together(pagesAndAFile(1000, 60), pagesAndAFile(2000, 70));

        // Then
        assertThat(fetched.get(0).outcomes()).hasSize(60).allMatch(Outcome.Failed.class::isInstance);
        assertThat(fetched.get(1).outcomes()).hasSize(70).allMatch(Outcome.Failed.class::isInstance);
        assertThat(fetched).allSatisfy(batch -> assertThat(batch.contents()).hasSize(1));
    }

    private List<Fetched> together(List<Change> first, List<Change> second) {
        CompletableFuture<Fetched> beside =
                CompletableFuture.supplyAsync(() -> scene.fetcher().fetch(first), Thread::startVirtualThread);
        Fetched ownBatch = scene.fetcher().fetch(second);
        return List.of(beside.join(), ownBatch);
    }

    private List<Change> pagesAndAFile(int from, int pages) {
        List<Change> batch = new ArrayList<>();
        IntStream.range(from, from + pages).forEach(id -> batch.add(scene.fetch(id, scene.page("" + id))));
        batch.add(scene.fetch(from + pages, scene.attachment("" + from, "att" + from, "bytes")));
        return batch;
    }

    private static List<Integer> numbers(Fetched fetched) {
        return fetched.contents().stream()
                .map(Content::target)
                .map(target -> target.seq())
                .toList();
    }

    private static List<Integer> numbers(List<Change> batch) {
        return batch.stream()
                .map(change -> ((Change.Fetch) change).target().seq())
                .toList();
    }
}
