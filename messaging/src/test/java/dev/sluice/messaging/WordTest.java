package dev.sluice.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordTest {

    private final Word acme = new Word("\"acme\"".getBytes(UTF_8));

    @ParameterizedTest
    @ValueSource(strings = {"\"acme\"", "{\"site\":\"acme\"}", "\"acm\"acme\"", "\"\"acme\""})
    void isFoundWhereverItStands(String text) {
        assertThat(acme.isIn(text.getBytes(UTF_8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"acme", "{\"site\":\"acme2\"}", "\"Acme\"", "acme\""})
    void isNotFoundInAnythingElse(String text) {
        assertThat(acme.isIn(text.getBytes(UTF_8))).isFalse();
    }

    @Test
    void isNotFoundInNothing() {
        assertThat(acme.isIn(null)).isFalse();
    }
}
