package dev.sluice.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of lists, and the places where they begin. */
class ListedTest {

    @Test
    void thePageBeforeTheEndSaysWhereTheNextOneBegins() {
        // When
        Listed<Integer> page = Listed.of(List.of(4, 5, 6), 2, last -> Cursor.at("numbers", last));

        // Then
        assertThat(page.items()).containsExactly(4, 5);
        Cursor next = Cursor.parse("numbers", page.next());
        assertThat(next).isEqualTo(Cursor.at("numbers", 5));
        assertThat(next.number()).isEqualTo(5);
    }

    @Test
    void theLastPageSaysThatItIs() {
        assertThat(Listed.of(List.of(4, 5), 2, last -> Cursor.at("numbers", last))
                        .next())
                .isNull();
    }

    @Test
    void aPlaceInTimeComesBackAsItWas() {
        // When
        Cursor place = Cursor.parse(
                "runs",
                Cursor.at("runs", Instant.parse("2026-01-01T12:00:00.123456Z"), "a b")
                        .toString());

        // Then
        assertThat(place).isNotNull();
        assertThat(place.time()).isEqualTo("2026-01-01T12:00:00.123456Z");
        assertThat(place.id()).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "%%%", "bm9uZQ", "bnVtYmVyczoxIGRyb3A"})
    void whatNoListGaveIsRefused(String cursor) {
        assertThatThrownBy(() -> Cursor.parse("numbers", cursor))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cursor");
    }

    @Test
    void theCursorOfAnotherListIsRefused() {
        // Given
        String other = Cursor.at("runs", 5).toString();

        // When and then
        assertThatThrownBy(() -> Cursor.parse("numbers", other)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1001})
    void noPageIsEmptyOrBoundless(int limit) {
        assertThatThrownBy(() -> Listed.limit(limit)).hasMessage("limit is a number from 1 to 1000.");
    }
}
