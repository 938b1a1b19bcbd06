package dev.sluice.detector.closing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeletionGuardTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "20, 20", "20, 1000", "21, 105", "200, 1000", "400000, 2000000"})
    void letsSmallLossesAndUpToAFifthPass(int vanished, int known) {
        assertThat(DeletionGuard.allows(vanished, known, false)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"21, 21", "21, 104", "201, 1000", "400001, 2000000"})
    void keepsMoreThanAFifthUnlessItIsAskedFor(int vanished, int known) {
        assertThat(DeletionGuard.allows(vanished, known, false)).isFalse();
        assertThat(DeletionGuard.allows(vanished, known, true)).isTrue();
    }
}
