package dev.sluice.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {

    @Test
    void halvesOnceForAllThatWereUnderWayTogether() {
        // Given
        Lanes lanes = new Lanes(16);
        long first = lanes.enter();
        long second = lanes.enter();

        // When
        lanes.narrow(first);
        lanes.narrow(second);

        // Then
        assertThat(lanes.width()).isEqualTo(8);
        lanes.leave();
        lanes.narrow(lanes.enter());
        assertThat(lanes.width()).isEqualTo(4);
    }

    @Test
    void keepsOneLaneAtLeast() {
        // Given
        Lanes lanes = new Lanes(3);

        // When
        IntStream.range(0, 5).forEach(lanes::narrow);

        // Then
        assertThat(lanes.width()).isEqualTo(1);
        lanes.enter();
    }

    @Test
    void growsByOneAfterFourRoundsOfGoodAnswersAndNeverBeyondWhatWasConfigured() {
        // Given
        Lanes lanes = new Lanes(4);
        lanes.narrow(0);

        // When
        good(lanes, 7);

        // Then
        assertThat(lanes.width()).isEqualTo(2);
        good(lanes, 1);
        assertThat(lanes.width()).isEqualTo(3);
        good(lanes, 1000);
        assertThat(lanes.width()).isEqualTo(4);
        IntStream.range(0, 4).forEach(_ -> lanes.enter());
    }

    private static void good(Lanes lanes, int answers) {
        IntStream.range(0, answers).forEach(_ -> lanes.widen());
    }
}
