package dev.sluice.detector.closing;

import static dev.sluice.detector.Scene.exported;
import static dev.sluice.detector.Scene.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.detector.DetectorInfrastructure;
import dev.sluice.detector.Scene;
import dev.sluice.detector.manifest.Manifest;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ends of runs whose outcomes are late, or never come. */
@QuarkusTest
@QuarkusTestResource(DetectorInfrastructure.class)
class WaitingStepsTest {

    private static final PageResource HOME = page("1", "Home");

    @Inject
    RunEnds ends;

    @Inject
    WaitingSteps steps;

    @Inject
    StepTaker taker;

    @Inject
    Closings closings;

    @Inject
    Manifest manifest;

    @Inject
    @Connector(InMemoryConnector.CONNECTOR)
    InMemoryConnector channels;

    @TempDir
    Path folder;

    private RunRef late;
    private RunRef other;

    @BeforeEach
    void twoRuns() {
        channels.sink("manifest-outcomes-out").clear();
        Scene scene = new Scene(folder);
        late = scene.runListing(HOME);
        other = new Scene(folder).runListing(HOME);
    }

    @Test
    void aRunWhoseOutcomesAreLateDoesNotHoldUpAnother() {
        // When
        ends.begin(closing(late, 1));
        ends.begin(closing(other, 0));

        // Then
        assertThat(published()).containsExactly(new Outcome.FollowUps(other, 1, 0, 0, 0));
    }

    @Test
    void theStepIsTakenOnceTheOutcomesAreRecorded() {
        // Given
        ends.begin(closing(late, 1));
        manifest.record(List.of(exported(late, 0, HOME, 0)));

        // When
        ends.look();
        ends.look();

        // Then
        assertThat(published()).containsExactly(new Outcome.FollowUps(late, 1, 0, 0, 0));
    }

    @Test
    void aRunWhoseOutcomesDoNotComeIsGivenUp() {
        // Given
        Duration longest = Duration.ofMinutes(5);
        RunEnds patient = endsAt(longest.minusMinutes(1), longest);
        RunEnds impatient = endsAt(longest.plusMinutes(1), longest);
        steps.keep(closing(late, 2));

        // When and then
        patient.look();
        assertThat(published()).isEmpty();
        impatient.look();
        impatient.look();
        assertThat(published()).containsExactly(new Outcome.Unrecorded(late, 0, 2));
    }

    @Test
    void aRunThatBeginsForgetsWhatEarlierOnesLeft() {
        // Given
        Scene scene = new Scene(folder);
        RunRef earlier = scene.run(1);
        RunRef later = scene.run(2);
        manifest.record(List.of(exported(earlier, 0, HOME, 0), exported(later, 0, HOME, 10)));
        steps.keep(closing(earlier, 7));
        steps.keep(closing(later, 7));

        // When
        closings.forgetBefore(later);

        // Then
        assertThat(manifest.recorded(earlier.run())).isZero();
        assertThat(manifest.recorded(later.run())).isEqualTo(1);
        assertThat(steps.all().stream()
                        .map(step -> step.event().run())
                        .filter(run -> run.export().equals(scene.export())))
                .containsExactly(later);
        closings.forget(later);
    }

    @Test
    void whatComesOfARunThatIsOverLeavesNothingBehind() {
        // Given
        Scene scene = new Scene(folder);
        RunRef over = scene.run(3);
        manifest.record(List.of(exported(over, 0, HOME, 0)));
        steps.keep(closing(over, 1));

        // When
        closings.forget(over);
        manifest.record(List.of(exported(over, 0, HOME, 0), exported(scene.run(4), 0, HOME, 10)));
        steps.keep(closing(over, 1));

        // Then
        assertThat(manifest.recorded(over.run())).isZero();
        assertThat(steps.all()).noneMatch(step -> step.event().run().equals(over));
    }

    @Test
    void aRunWhoseCatalogIsGoneIsGivenUpAtOnce() {
        // Given
        RunRef lost = new Scene(folder).run(1);

        // When
        ends.begin(closing(lost, 0));
        ends.look();

        // Then
        assertThat(published(lost))
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Unrecorded.class,
                        said -> assertThat(said.obstacle()).contains("no longer in the destination"));
        assertThat(steps.all()).noneMatch(step -> step.event().run().equals(lost));
    }

    @Test
    void aStepThatKeepsFailingIsGivenUp() throws IOException {
        // Given
        Duration longest = Duration.ofMinutes(5);
        RunRef failing = new Scene(folder).runListing(HOME);
        Path index = folder.resolve(DestinationLayout.catalog(failing.run())).resolve("index");
        Files.writeString(index, "no index");
        steps.keep(closing(failing, 0));

        // When and then
        endsAt(longest.minusMinutes(1), longest).look();
        assertThat(published(failing)).isEmpty();
        endsAt(longest.plusMinutes(1), longest).look();
        assertThat(published(failing))
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Unrecorded.class,
                        said -> assertThat(said.obstacle()).isNotBlank());
        assertThat(steps.all()).noneMatch(step -> step.event().run().equals(failing));
    }

    private RunEnds endsAt(Duration fromNow, Duration longest) {
        return new RunEnds(steps, taker, () -> longest, Clock.offset(Clock.systemUTC(), fromNow));
    }

    private List<Outcome> published() {
        return Stream.of(late, other).flatMap(run -> published(run).stream()).toList();
    }

    private List<Outcome> published(RunRef of) {
        return channels.<Record<String, byte[]>>sink("manifest-outcomes-out").received().stream()
                .map(message -> Wire.decode(message.getPayload().value(), Outcome.class))
                .filter(outcome -> outcome.run().equals(of))
                .toList();
    }

    private static RunEvent closing(RunRef run, int recorded) {
        return new RunEvent.Closing(run, 1, recorded, true, false);
    }
}
