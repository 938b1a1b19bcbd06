package dev.sluice.planner.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTableTest {

    private final IdTable ids = new IdTable();

    @Test
    void numbersIdsInTheOrderInWhichTheyComeFirst() {
        // When
        int[] numbers = IntStream.range(0, 50_000)
                .map(i -> ids.number("att" + i % 40_000))
                .toArray();

        // Then
        assertThat(ids.size()).isEqualTo(40_000);
        assertThat(numbers)
                .isEqualTo(IntStream.range(0, 50_000).map(i -> i % 40_000).toArray());
        assertThat(ids.find("att39999")).isEqualTo(39_999);
        assertThat(ids.find("att40000")).isEqualTo(IntList.NONE);
        assertThat(ids.id(12_345)).isEqualTo("att12345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "007", "-7", "\ud83d", "\ude00", "\ud83d\ude00", "\u0000", "\u07ff\u0800\uffff"})
    void anyTextIsAnId(String id) {
        // Given
        ids.number("7");

        // When and then
        assertThat(ids.find(id)).isEqualTo(IntList.NONE);
        assertThat(ids.number(id)).isEqualTo(1);
        assertThat(ids.id(1)).isEqualTo(id);
    }
}
