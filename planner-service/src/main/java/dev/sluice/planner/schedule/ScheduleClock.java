package dev.sluice.planner.schedule;

import dev.sluice.pipeline.RunId;
import dev.sluice.planner.run.Runs;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks now and then whether a schedule is due, and begins its run. */
@ApplicationScoped
class ScheduleClock {

    private static final Logger LOG = Logger.getLogger(ScheduleClock.class);

    private final Schedules schedules;
    private final Runs runs;
    private final SchedulesConfig config;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("schedules").daemon().factory());

    ScheduleClock(Schedules schedules, Runs runs, SchedulesConfig config) {
        this.schedules = schedules;
        this.runs = runs;
        this.config = config;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a look says itself what goes wrong
    void onStart(@Observes StartupEvent started) {
        if (config.enabled()) {
            long millis = config.lookEvery().toMillis();
            looks.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    /** Begins the runs of all schedules that are due. */
    void look() {
        try {
            for (Optional<RunId> run = schedules.take(); run.isPresent(); run = schedules.take()) {
                LOG.infof("Run started by its schedule: runId=%s", run.get());
                runs.begin(run.get());
            }
        } catch (RuntimeException e) {
            LOG.warn("Schedules could not be looked at; they are looked at again soon", e);
        }
    }

    @PreDestroy
    void close() {
        looks.shutdownNow();
    }
}
