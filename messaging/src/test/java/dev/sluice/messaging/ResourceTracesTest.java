package dev.sluice.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.Stage;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResourceTracesTest {

    private static final RunRef RUN = new RunRef(
            new RunId("00000000-0000-4000-8000-000000000001"),
            new ExportId("x1"),
            "acme",
            "https://acme.example/wiki",
            "file:///copy");
    private static final ResourceRef PAGE = new ResourceRef(RUN, 3, ResourceKey.page("7"));

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exported))
            .build();

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void allStagesOfAResourceAreInOneTrace() {
        // two services, which share nothing but the message
        following(1).published(Stage.DETECT, List.of(kept(3)));
        following(1).run(Stage.FETCH, PAGE, () -> {});
        following(1).published(Stage.FETCH, List.of(kept(4)));

        List<SpanData> spans = exported.getFinishedSpanItems();
        assertThat(spans).extracting(SpanData::getName).containsExactly("detect Kept", "fetch", "fetch Kept");
        assertThat(spans.get(0).getTraceId()).isEqualTo(spans.get(1).getTraceId());
        assertThat(spans.get(0).getTraceId()).isNotEqualTo(spans.get(2).getTraceId());
    }

    @Test
    void aFailureShowsInTheTrace() {
        Outcome failed = new Outcome.Failed(
                RUN, 3, PAGE.key(), "a.md", Stage.RENDER, FailureCategory.DESTINATION_FULL, "No space is left.");

        Outcome stated = following(1).outcome(Stage.RENDER, PAGE, () -> failed);

        assertThat(stated).isSameAs(failed);
        assertThat(exported.getFinishedSpanItems())
                .singleElement()
                .satisfies(span -> assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR));
    }

    @Test
    void followsTheFractionThatIsWanted() {
        List<Outcome> messages =
                IntStream.range(0, 10_000).mapToObj(ResourceTracesTest::kept).toList();

        following(0.1).published(Stage.PLAN, messages);
        following(0).published(Stage.PLAN, messages);

        assertThat(exported.getFinishedSpanItems()).hasSizeBetween(900, 1_100);
    }

    @Test
    void logLinesNameTheResourceWhileItIsWorkedOn() {
        List<Object> seen = new ArrayList<>();

        following(0).run(Stage.FETCH, PAGE, () -> seen.addAll(List.of(MDC.get("runId"), MDC.get("resourceId"))));

        assertThat(seen).containsExactly("00000000-0000-4000-8000-000000000001", "page:7");
        assertThat(MDC.get("resourceId")).isNull();
    }

    private static Outcome kept(int seq) {
        return new Outcome.Kept(RUN, seq, PAGE.key(), "a.md");
    }

    private ResourceTraces following(double fraction) {
        return new ResourceTraces(() -> provider.get("test"), fraction);
    }
}
