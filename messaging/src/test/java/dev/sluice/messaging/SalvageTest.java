package dev.sluice.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalvageTest {

    private static final String RUN = """
            {"run":"0b9f6a52-7c1e-4e0c-9a55-3d3f1f6f2a11","export":"x1","site":"acme",\
            "siteUrl":"https://acme.example/wiki","destination":"file:///srv/wiki"}""";

    @Test
    void aDescriptorOfAnUnknownKindOfResourceIsAFailureUnderItsNumber() {
        // Given
        String letter = """
                {"run":%s,"seq":41,"resource":{"type":"whiteboard","key":"page:7","path":"ENG/Board.md"}}""".formatted(RUN);

        // When and then
        assertThat(Salvage.failed(letter.getBytes(UTF_8), Stage.DETECT)).hasValueSatisfying(failed -> {
            assertThat(failed.run().run().value()).isEqualTo("0b9f6a52-7c1e-4e0c-9a55-3d3f1f6f2a11");
            assertThat(failed.seq()).isEqualTo(41);
            assertThat(failed.resource()).isEqualTo(ResourceKey.page("7"));
            assertThat(failed.path()).isEqualTo("ENG/Board.md");
            assertThat(failed.stage()).isEqualTo(Stage.DETECT);
            assertThat(failed.category()).isEqualTo(FailureCategory.INTERNAL);
        });
    }

    @Test
    void aChangeOrContentIsAFailureOfItsTarget() {
        // Given
        String letter = """
                {"type":"teleport","target":{"run":%s,"seq":3,"resource":{"key":"attachment:7/att1"}}}""".formatted(RUN);

        // When and then
        assertThat(Salvage.failed(letter.getBytes(UTF_8), Stage.FETCH).map(Outcome.Failed::seq))
                .hasValue(3);
    }

    @Test
    void aRemovalIsAFailureOfTheResourceItNames() {
        // Given
        String letter = """
                {"type":"remove","run":%s,"seq":9,"resource":"page:7","path":7}""".formatted(RUN);

        // When and then
        assertThat(Salvage.failed(letter.getBytes(UTF_8), Stage.RENDER).map(Outcome.Failed::resource))
                .hasValue(ResourceKey.page("7"));
    }

    @Test
    void ofAMessageAboutAnUnknownResourceTheRunIsSaid() {
        // Given
        String letter = """
                {"run":%s,"seq":41,"resource":{"type":"whiteboard","key":"whiteboard:7"}}""".formatted(RUN);

        // When and then
        assertThat(Salvage.outcome(letter.getBytes(UTF_8), Stage.DETECT))
                .get()
                .isInstanceOfSatisfying(Outcome.Unreadable.class, said -> {
                    assertThat(said.run().run().value()).isEqualTo("0b9f6a52-7c1e-4e0c-9a55-3d3f1f6f2a11");
                    assertThat(said.stage()).isEqualTo(Stage.DETECT);
                });
        assertThat(Salvage.outcome("{}".getBytes(UTF_8), Stage.DETECT)).isEmpty();
        assertThat(Salvage.outcome(null, Stage.DETECT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "<html/>",
                "{\"run\":",
                "{}",
                "{\"run\":null,\"seq\":1,\"resource\":\"page:7\"}",
                "{\"run\":{},\"seq\":1,\"resource\":\"page:7\"}",
                "{\"run\":RUN,\"resource\":\"page:7\"}",
                "{\"run\":RUN,\"seq\":\"many\",\"resource\":\"page:7\"}",
                "{\"run\":RUN,\"seq\":1.5,\"resource\":\"page:7\"}",
                "{\"run\":RUN,\"seq\":-1,\"resource\":\"page:7\"}",
                "{\"run\":RUN,\"seq\":4294967296,\"resource\":\"page:7\"}",
                "{\"run\":RUN,\"seq\":null,\"resource\":\"page:7\"}",
                "{\"run\":RUN,\"seq\":1}",
                "{\"run\":RUN,\"seq\":1,\"resource\":\"whiteboard:7\"}",
                "{\"target\":7}"
            })
    void whatDoesNotNameItsRunNumberAndResourceIsNotGuessedAt(String letter) {
        assertThat(Salvage.failed(letter.replace("RUN", RUN).getBytes(UTF_8), Stage.FETCH))
                .isEmpty();
    }

    @Test
    void aRecordWithoutAValueIsNotGuessedAt() {
        assertThat(Salvage.failed(null, Stage.FETCH)).isEmpty();
    }
}
