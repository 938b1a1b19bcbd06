package dev.sluice.planner.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedSpoolTest {

    /** Sorted by the word alone. */
    private record Line(String word, int number) {}

    private static final Comparator<Line> BY_WORD = Comparator.comparing(Line::word);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 11, 1_003})
    void givesWhatWasAddedInOrderAndEqualItemsAsTheyCame(int lines) {
        // Given
        Random random = new Random(lines);
        List<Line> all = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            all.add(new Line("w" + random.nextInt(20), i));
        }

        try (SortedSpool<Line> spool = new SortedSpool<>(Line.class, BY_WORD, 10)) {
            // When
            all.forEach(spool::add);

            // Then
            all.sort(BY_WORD);
            assertThat(spool.sorted()).isEqualTo(all);
            assertThat(spool.sorted()).isEqualTo(all);
        }
    }

    @Test
    void takesMoreAfterItWasAsked() {
        try (SortedSpool<Line> spool = new SortedSpool<>(Line.class, BY_WORD, 2)) {
            // Given
            spool.add(new Line("b", 1));
            spool.add(new Line("c", 2));
            spool.add(new Line("d", 3));
            assertThat(spool.sorted()).hasSize(3);

            // When
            spool.add(new Line("a", 4));

            // Then
            assertThat(spool.sorted()).extracting(Line::word).containsExactly("a", "b", "c", "d");
        }
    }

    @Test
    void whatNoFileCanHoldComesBackAllTheSame() {
        // Given
        Line line = new Line("half \ud83d, whole \ud83d\ude00, none \u0000, \u00fc", 1);
        try (SortedSpool<Line> spool = new SortedSpool<>(Line.class, BY_WORD, 1)) {
            // When
            spool.add(line);

            // Then
            assertThat(spool.sorted()).containsExactly(line);
        }
    }
}
