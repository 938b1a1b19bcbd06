package dev.sluice.planner.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.catalog.CommentThread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThreadsTest {

    @Test
    void repliesStandBelowWhatTheyAnswerAndOlderCommentsFirst() {
        // Given
        List<CommentSpool.Single> comments = List.of(
                single("10", "9"), single("9", null), single("8", null), single("100", "10"), single("99", "9"));

        // When and then
        assertThat(described(Threads.of(comments))).isEqualTo("8 9(10(100) 99)");
    }

    @Test
    void theOrderOfArrivalMakesNoDifference() {
        // Given
        List<CommentSpool.Single> comments = new ArrayList<>();
        for (int id = 1; id <= 40; id++) {
            comments.add(single("" + id, id % 3 == 0 ? null : "" + id / 2));
        }
        String once = described(Threads.of(comments));

        // When and then
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(comments, new Random(seed));
            assertThat(described(Threads.of(comments))).isEqualTo(once);
        }
    }

    @Test
    void aReplyWhoseCommentIsGoneStandsOnThePage() {
        assertThat(described(Threads.of(List.of(single("5", "4"), single("6", "5")))))
                .isEqualTo("5(6)");
    }

    @Test
    void commentsThatAnswerEachOtherAreKept() {
        assertThat(described(Threads.of(List.of(single("1", "2"), single("2", "1"), single("3", "3")))))
                .isEqualTo("1(2) 3");
    }

    @Test
    void aVeryLongChainOfRepliesIsKeptWithoutGoingDeeper() {
        // Given
        List<CommentSpool.Single> chain = IntStream.rangeClosed(1, 5000)
                .mapToObj(id -> single("" + id, id == 1 ? null : "" + (id - 1)))
                .toList();

        // When
        List<CommentThread> threads = Threads.of(chain);

        // Then
        String described = described(threads);
        assertThat(described.split("[ ()]+")).hasSize(5000);
        assertThat(described.chars().filter(c -> c == '(').count()).isEqualTo(49);
    }

    private static CommentSpool.Single single(String id, @Nullable String parent) {
        return new CommentSpool.Single(parent, new CommentThread(id, null, null, "", false, "", List.of()));
    }

    private static String described(List<CommentThread> threads) {
        return String.join(
                " ",
                threads.stream()
                        .map(thread -> thread.id()
                                + (thread.replies().isEmpty() ? "" : "(" + described(thread.replies()) + ")"))
                        .toList());
    }
}
