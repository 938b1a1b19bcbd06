package dev.sluice.planner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.pipeline.SeqRange;
import dev.sluice.planner.PlannerInfrastructure;
import dev.sluice.planner.crawl.Plan;
import dev.sluice.planner.export.ExportRequest;
import dev.sluice.planner.export.Exports;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(PlannerInfrastructure.class)
class RunMetersTest {

    @Inject
    RunMeters meters;

    @Inject
    RunLedger ledger;

    @Inject
    RunRecords records;

    @Inject
    Exports exports;

    @TempDir
    Path folder;

    private ExportId export;
    private RunId run;

    @BeforeEach
    void aRunWithOneOfFourResourcesSettled() {
        export = exports.ensure(new ExportRequest(
                "acme",
                "https://acme.example/wiki",
                folder.toUri().toString(),
                List.of(new ScopeRef("spaces", List.of("ENG")))));
        run = records.create(new RunRequest(export, RunPolicy.PRUNING));
        records.cataloged(run, new Plan(4, 4));
        records.published(run);
        ledger.book(run, List.of(new Outcomes(records.order(run).run()).unchanged(new SeqRange(0, 0))));
    }

    @Test
    void showHowFarARunIsAsLongAsItIsUnderWay() {
        // When
        meters.refresh();

        // Then
        assertThat(value("sluice.run.resources")).isEqualTo(4);
        assertThat(value("sluice.run.settled")).isEqualTo(1);
        assertThat(value("sluice.run.remaining.seconds")).isNotNegative();
        assertThat(gauge("sluice.export.last.success.timestamp.seconds")).isNull();

        // When
        Instant before = Instant.now();
        records.end(run, RunState.SUCCEEDED);
        meters.refresh();

        // Then
        assertThat(gauge("sluice.run.resources")).isNull();
        assertThat(gauge("sluice.run.idle.seconds")).isNull();
        assertThat(value("sluice.export.last.success.timestamp.seconds"))
                .isGreaterThanOrEqualTo((double) before.getEpochSecond());
    }

    private double value(String name) {
        Gauge gauge = gauge(name);
        assertThat(gauge).as(name).isNotNull();
        return gauge.value();
    }

    private @Nullable Gauge gauge(String name) {
        return Metrics.globalRegistry.find(name).tag("export", export.value()).gauge();
    }
}
