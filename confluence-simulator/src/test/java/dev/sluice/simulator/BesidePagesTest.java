package dev.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What both products have beside pages: what apps keep with them, and work in the background. */
class BesidePagesTest {

    @ParameterizedTest
    @EnumSource(Mode.class)
    void aPropertyHasVersionsOfItsOwnAndMakesNoneOfItsPage(Mode mode) {
        SimulatorOptions options = options(mode);
        try (SimulatedConfluence confluence = SimulatedConfluence.start(options);
                Visitor visitor = Visitor.of(confluence, options)) {
            // Given
            String page = confluence.site().pageIds("ENG").get(1);
            int version = confluence.site().page(page).version();
            confluence.site().setProperty(page, "emoji", TextNode.valueOf("1f600"));

            // When
            confluence.site().setProperty(page, "emoji", TextNode.valueOf("1f601"));

            // Then
            JsonNode listed = visitor.json(
                    mode == Mode.CLOUD
                            ? "/api/v2/pages/" + page + "/properties"
                            : "/rest/api/content/" + page + "/property");
            assertThat(listed.path("results")).hasSize(1);
            assertThat(listed.at("/results/0/value").asText()).isEqualTo("1f601");
            assertThat(listed.at("/results/0/version/number").asInt()).isEqualTo(2);
            assertThat(confluence.site().page(page).version()).isEqualTo(version);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void archivingIsATaskInTheBackgroundThatIsDone(Mode mode) {
        SimulatorOptions options = options(mode);
        try (SimulatedConfluence confluence = SimulatedConfluence.start(options);
                Visitor visitor = Visitor.of(confluence, options)) {
            // When
            confluence.site().archivePage(confluence.site().pageIds("ENG").get(1));

            // Then
            JsonNode task = visitor.json("/rest/api/longtask").at("/results/0");
            assertThat(task.path("percentageComplete").asInt()).isEqualTo(100);
            assertThat(visitor.json("/rest/api/longtask/" + task.path("id").asText())
                            .at("/name/key")
                            .asText())
                    .isEqualTo("longtask.archive");
            assertThat(visitor.ask("/rest/api/longtask/none").statusCode()).isEqualTo(404);
        }
    }

    private static SimulatorOptions options(Mode mode) {
        return mode == Mode.CLOUD ? SimulatorOptions.cloud() : SimulatorOptions.dataCenter();
    }
}
