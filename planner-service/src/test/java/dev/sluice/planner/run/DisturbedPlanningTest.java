package dev.sluice.planner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.pipeline.RunId;
import dev.sluice.planner.PlannerInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Planning while something that it needs is away, or is lost. */
@QuarkusTest
@QuarkusTestResource(PlannerInfrastructure.class)
class DisturbedPlanningTest {

    @Inject
    Planning planning;

    @Inject
    RunRecords records;

    @Inject
    RunScenes scenes;

    @Inject
    @DataSource("planner")
    AgroalDataSource database;

    @TempDir
    Path folder;

    @Test
    void goesOnWhenTheDatabaseIsBack() throws Exception {
        // Given
        RunId run = scenes.catalogedRun(folder).id();
        execute("alter table planner.run rename to run_away");
        Thread planner = Thread.ofPlatform().start(() -> planning.carryOn(run));
        await("the planner waits")
                .atMost(Duration.ofSeconds(20))
                .until(() -> planner.getState() == Thread.State.TIMED_WAITING);

        // When
        execute("alter table planner.run_away rename to run");
        planner.join(Duration.ofSeconds(30));

        // Then
        assertThat(planner.isAlive()).isFalse();
        assertThat(records.require(run).state()).isNotIn(RunState.PUBLISHING, RunState.FAILED);
    }

    @Test
    void endsTheRunWhenWhatIsToBePublishedIsLost() {
        // Given
        RunScenes.Scene scene = scenes.catalogedRun(folder);
        scene.catalog().withdraw();

        // When
        planning.carryOn(scene.id());

        // Then
        RunView run = records.require(scene.id());
        assertThat(run.state()).isEqualTo(RunState.INCOMPLETE);
        assertThat(run.message()).contains("no longer in the destination");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
