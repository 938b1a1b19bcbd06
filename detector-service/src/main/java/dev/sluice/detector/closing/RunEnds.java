package dev.sluice.detector.closing;

import dev.sluice.catalog.MissingCatalogException;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.RunEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Takes the steps of the ends of runs once the outcomes before them are recorded: at once, or when a batch is recorded,
 * or when looked at again. No run waits for another; one whose outcomes do not come, or whose step fails for as long, is
 * given up.
 */
@ApplicationScoped
class RunEnds {

    private static final Logger LOG = Logger.getLogger(RunEnds.class);
    private static final long SECONDS_BETWEEN_LOOKS = 1;

    private final WaitingSteps steps;
    private final StepTaker taker;
    private final ClosingConfig config;
    private final Clock clock;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("run-ends").daemon().factory());

    RunEnds(WaitingSteps steps, StepTaker taker, ClosingConfig config, Clock clock) {
        this.steps = steps;
        this.taker = taker;
        this.config = config;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent started) {
        var _ = worker.scheduleWithFixedDelay(
                this::lookAgain, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    void onStop(@Observes ShutdownEvent stopping) {
        worker.shutdownNow();
    }

    /** Keeps the step, and takes it if it is time; otherwise it waits. */
    void begin(RunEvent event) {
        steps.keep(event);
        look();
    }

    /** A step could not be understood; its run cannot end as it should. */
    void lost(Outcome said) {
        taker.say(said);
    }

    /** Outcomes were recorded: some step may be due. Returns at once. */
    void recorded() {
        try {
            worker.execute(this::lookAgain);
        } catch (RejectedExecutionException e) {
            LOG.debug("Steps are left to another process: this one ends.");
        }
    }

    private void lookAgain() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("Waiting steps cannot be looked at; trying again.", e);
        }
    }

    /** Takes every step that is due. One at a time, so that none is taken twice in this process. */
    synchronized void look() {
        for (WaitingSteps.Waiting waiting : steps.all()) {
            try {
                taker.take(waiting.event());
                steps.done(waiting.event());
            } catch (NotRecordedYetException e) {
                await(waiting, e);
            } catch (MissingCatalogException e) {
                // nobody writes it again
                giveUp(waiting, e);
            } catch (RuntimeException e) {
                tryAgain(waiting, e);
            }
        }
    }

    private void tryAgain(WaitingSteps.Waiting waiting, RuntimeException failure) {
        if (isTooLong(waiting)) {
            giveUp(waiting, failure);
        } else {
            LOG.warnf(
                    failure,
                    "Step failed; trying again: runId=%s",
                    waiting.event().run().run());
        }
    }

    private void giveUp(WaitingSteps.Waiting waiting, RuntimeException failure) {
        LOG.errorf(
                failure, "Step failed for good: runId=%s", waiting.event().run().run());
        taker.giveUp(waiting.event(), failure);
        steps.done(waiting.event());
    }

    private boolean isTooLong(WaitingSteps.Waiting waiting) {
        return waiting.since().plus(config.longestWait()).isBefore(clock.instant());
    }

    private void await(WaitingSteps.Waiting waiting, NotRecordedYetException missing) {
        RunEvent event = waiting.event();
        if (missing.recorded() != waiting.recorded()) {
            steps.progressed(event.run().run(), missing.recorded());
        } else if (isTooLong(waiting)) {
            LOG.errorf("Outcomes did not come to the manifest: %s", missing.getMessage());
            taker.giveUp(event, missing);
            steps.done(event);
        }
    }
}
