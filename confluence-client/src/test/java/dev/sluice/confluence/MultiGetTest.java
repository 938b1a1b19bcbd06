package dev.sluice.confluence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.sluice.confluence.ConfluenceException.Category;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MultiGetTest {

    private final List<List<String>> asked = Collections.synchronizedList(new ArrayList<>());

    @Test
    void asksInGroupsAndKeepsTheOrder() {
        // Given
        List<String> ids =
                IntStream.rangeClosed(1, 25).mapToObj(Integer::toString).toList();

        // When
        List<String> found = multiGet(List::stream).all(ids).toList();

        // Then
        assertThat(found).containsExactlyElementsOf(ids);
        assertThat(asked).hasSize(3).allMatch(group -> group.size() <= 10);
    }

    @Test
    void asksInHalvesWhenAnAnswerIsTooLarge() {
        // Given
        List<String> ids = List.of("1", "2", "3", "4", "5");

        // When
        List<String> found = multiGet(group -> {
                    if (group.size() > 2) {
                        throw tooLarge();
                    }
                    return group.stream();
                })
                .all(ids)
                .toList();

        // Then
        assertThat(found).containsExactlyElementsOf(ids);
    }

    @Test
    void failsForTheOneThingThatIsTooLargeByItself() {
        assertThatThrownBy(() -> multiGet(_ -> {
                            throw tooLarge();
                        })
                        .all(List.of("1", "2"))
                        .toList())
                .isInstanceOfSatisfying(
                        ConfluenceException.class, e -> assertThat(e.category()).isEqualTo(Category.MALFORMED));
    }

    @Test
    void takesOnlyNumbersForIds() {
        assertThat(MultiGet.numeric(List.of("12", "abc", "1) or (1", "", "012", "12", "99999999999999999999")))
                .containsExactly("12");
    }

    private MultiGet<String> multiGet(Function<List<String>, Stream<String>> answers) {
        return new MultiGet<>(
                10,
                group -> {
                    asked.add(group);
                    return answers.apply(group);
                },
                Function.identity());
    }

    private static ConfluenceException tooLarge() {
        return new ConfluenceException(
                Category.MALFORMED, "too large", new StreamConstraintsException("document too long"));
    }
}
