package dev.sluice.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "7",
                "{\"type\":\"unheard-of\"}",
                "{\"type\":\"ended\",\"run\":{},\"successful\":true}",
                "{\"type\":\"ended\",\"run\":",
                "<html>Sign in</html>"
            })
    void whatIsNoMessageIsUndecodable(String text) {
        assertThatThrownBy(() -> Wire.decode(text.getBytes(UTF_8), RunEvent.class))
                .isInstanceOf(UndecodableException.class);
    }

    @Test
    void aRecordWithoutAValueIsUndecodable() {
        assertThatThrownBy(() -> Wire.decode(null, RunEvent.class)).isInstanceOf(UndecodableException.class);
    }

    @Test
    void anIdThatIsNoneMakesTheMessageUndecodable() {
        // Given
        Object message = Samples.all().getFirst().message();
        String damaged = new String(Wire.encode(message), UTF_8).replace("0b9f6a52-7c1e", "0b9f6a52");

        // When and then
        assertThatThrownBy(() -> Wire.decode(damaged.getBytes(UTF_8), Descriptor.class))
                .isInstanceOf(UndecodableException.class);
    }

    @Test
    void nestingWithoutEndIsUndecodableAndNoStackOverflow() {
        // Given
        String deep = "{\"a\":".repeat(100_000);

        // When and then
        assertThatThrownBy(() -> Wire.decode(deep.getBytes(UTF_8), Content.class))
                .isInstanceOf(UndecodableException.class);
    }

    @Test
    void whatHasNoJsonFormIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Wire.encode(new Object()));
    }

    @Test
    void instantsAreWrittenAsTextAndNullsNotAtAll() {
        // When
        String page = new String(Wire.encode(Samples.page()), UTF_8);
        String reference = new String(Wire.encode(new Reference("id:1", null)), UTF_8);

        // Then
        assertThat(page).contains("\"2026-01-31T23:59:59.123Z\"");
        assertThat(reference).isEqualTo("{\"token\":\"id:1\"}");
    }

    @Test
    void namesBeyondTheBasicPlaneComeBack() {
        Findings findings = new Findings(Map.of("\ud83d\ude80 launch", 2), List.of("\ud83e\udded"));

        assertThat(Wire.decode(Wire.encode(findings), Findings.class)).isEqualTo(findings);
    }
}
