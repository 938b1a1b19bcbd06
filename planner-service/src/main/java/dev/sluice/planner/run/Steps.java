package dev.sluice.planner.run;

import dev.sluice.catalog.MissingCatalogException;
import dev.sluice.messaging.Outbox;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.Stage;
import dev.sluice.planner.crawl.Plans;
import dev.sluice.store.StoreException;
import dev.sluice.store.Stores;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes the steps of runs: tells the other services, tries again what failed, ends the run. */
@ApplicationScoped
class Steps {

    private static final Logger LOG = Logger.getLogger(Steps.class);

    private final Outbox events;
    private final DescriptorPublisher descriptors;
    private final RunRecords records;
    private final Reports reports;
    private final Departures departures;
    private final Stores stores;

    @SuppressWarnings("ParameterNumber") // each is a port of its own
    Steps(
            @Channel("run-events-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<Record<String, byte[]>> events,
            DescriptorPublisher descriptors,
            RunRecords records,
            Reports reports,
            Departures departures,
            Stores stores) {
        this.events = new Outbox(Stage.PLAN, events);
        this.descriptors = descriptors;
        this.records = records;
        this.reports = reports;
        this.departures = departures;
        this.stores = stores;
    }

    void take(Step step) {
        switch (step) {
            case Step.Publish publish -> events.publish(publish.event());
            case Step.Retry retry -> retry(retry.run(), retry.first());
            case Step.Finish finish -> finish(finish.run(), finish.last());
        }
    }

    private void retry(RunRef run, int first) {
        List<Integer> seqs = records.retried(run.run(), first);
        LOG.infof("Trying again what failed: runId=%s resources=%d", run.run(), seqs.size());
        try {
            descriptors.publishAgain(run, seqs, first);
        } catch (MissingCatalogException e) {
            // nobody writes it again, and other runs do not wait for it
            LOG.warnf(e, "What failed cannot be tried again: runId=%s", run.run());
            finish(run, RunState.INCOMPLETE);
            return;
        }
        records.retriesPublished(run.run());
    }

    /** What ends when somebody wants it to: all that is under way for the run is refused from now on. */
    void cancelled(RunRef run) {
        new Plans(stores.open(run.destination())).withdraw(run.run());
        reports.write(run, RunState.CANCELLED);
        events.publish(new RunEvent.Ended(run, false));
        LOG.infof("Run cancelled: runId=%s", run.run());
    }

    private void finish(RunRef run, RunState last) {
        if (records.require(run.run()).state().ended()) {
            // cancelled meanwhile, or this step was taken already
            return;
        }
        departures.explain(run);
        RunView view = report(run, last);
        records.end(run.run(), last);
        events.publish(new RunEvent.Ended(run, last == RunState.SUCCEEDED));
        LOG.infof(
                "Run ended: runId=%s state=%s resources=%d failed=%d",
                run.run(), last, view.resources(), view.failed());
    }

    /** A destination that is gone takes no report, and the run ends all the same. */
    private RunView report(RunRef run, RunState last) {
        try {
            return reports.write(run, last);
        } catch (StoreException e) {
            LOG.warnf(e, "The report of the run could not be written: runId=%s", run.run());
            return records.require(run.run());
        }
    }

    /** Ends a run that did not get as far as having descriptors. */
    void fail(RunRef run, @Nullable FailureCategory failure, String message) {
        records.fail(run.run(), failure, message);
        events.publish(new RunEvent.Ended(run, false));
    }
}
