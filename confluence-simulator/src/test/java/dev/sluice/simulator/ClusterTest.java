package dev.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A Data Center of two nodes, behind a load balancer that does not keep to one of them. */
class ClusterTest {

    private final SimulatorOptions options = SimulatorOptions.dataCenter();
    private final SimulatedConfluence confluence = SimulatedConfluence.start(options);
    private final Visitor visitor = Visitor.of(confluence, options);

    @AfterEach
    void stop() {
        visitor.close();
        confluence.close();
    }

    @Test
    void thereIsOneNodeUnlessTwoAreAskedFor() {
        assertThat(nodes(3)).containsOnly("node1");
        confluence.faults().nodes().count(2);
        assertThat(nodes(4)).containsExactlyInAnyOrder("node1", "node1", "node2", "node2");
    }

    @Test
    void theSecondNodeListsChangesLaterThanTheFirst() {
        // Given
        confluence.faults().nodes().count(2);
        confluence.faults().nodes().lag(Duration.ofSeconds(5));
        String made = confluence.site().createPage("ENG", null, "Made just now", "<p/>");

        // When
        List<HttpResponse<byte[]>> answers = Stream.generate(
                        () -> visitor.ask("/rest/api/content?spaceKey=ENG&title=Made%20just%20now"))
                .limit(2)
                .toList();

        // Then
        assertThat(answers).allSatisfy(answer -> {
            boolean first = node(answer).equals("node1");
            assertThat(Visitor.parse(answer).path("results")).hasSize(first ? 1 : 0);
        });
        assertThat(Visitor.parse(visitor.ask("/rest/api/content/" + made))
                        .path("title")
                        .asText())
                .as("the nodes have one database")
                .isEqualTo("Made just now");
    }

    @Test
    void eachNodeHasALimitOfItsOwn() {
        // Given
        confluence.faults().nodes().count(2);
        confluence.faults().rateLimit(0.001, 1);

        // When
        List<Integer> statuses = Stream.generate(
                        () -> visitor.ask("/rest/api/user/current").statusCode())
                .limit(4)
                .toList();

        // Then
        assertThat(statuses).containsExactly(200, 200, 429, 429);
    }

    private List<String> nodes(int requests) {
        return Stream.generate(() -> node(visitor.ask("/rest/api/user/current")))
                .limit(requests)
                .toList();
    }

    private static String node(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("X-ANODEID").orElse("");
    }
}
