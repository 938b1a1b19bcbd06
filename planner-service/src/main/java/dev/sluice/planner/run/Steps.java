package dev.sluice.planner.run;

import dev.sluice.messaging.Outbox;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.Wire;
import dev.sluice.store.ObjectStore;
import dev.sluice.store.Stores;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes the steps of runs: tells the other services, writes the report, ends the run. */
@ApplicationScoped
class Steps {

    private static final Logger LOG = Logger.getLogger(Steps.class);

    private final Outbox events;
    private final RunRecords records;
    private final RunLedger ledger;
    private final Stores stores;
    private final Clock clock;

    Steps(
            @Channel("run-events-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<Record<String, byte[]>> events,
            RunRecords records,
            RunLedger ledger,
            Stores stores,
            Clock clock) {
        this.events = new Outbox(events);
        this.records = records;
        this.ledger = ledger;
        this.stores = stores;
        this.clock = clock;
    }

    void take(Step step) {
        switch (step) {
            case Step.Publish publish -> events.publish(publish.event());
            case Step.Finish finish -> finish(finish.run(), finish.last());
        }
    }

    private void finish(RunRef run, RunState last) {
        RunView view = records.require(run.run()).endingIn(last, clock.instant());
        writeReport(run, view);
        records.end(run.run(), last);
        events.publish(new RunEvent.Ended(run, last == RunState.SUCCEEDED));
        LOG.infof(
                "Run ended: runId=%s state=%s resources=%d failed=%d",
                run.run(), last, view.resources(), view.failed());
    }

    /** Ends a run that did not get as far as having descriptors. */
    void fail(RunRef run, @Nullable FailureCategory failure, String message) {
        records.fail(run.run(), failure, message);
        events.publish(new RunEvent.Ended(run, false));
    }

    private void writeReport(RunRef run, RunView view) {
        ObjectStore store = stores.open(run.destination());
        byte[] report = Wire.encode(new RunReport(view, failures(run.run())));
        store.put(DestinationLayout.report(run.run()), new ByteArrayInputStream(report));
    }

    private java.util.List<LedgerItem> failures(RunId run) {
        return ledger.failures(run, RunReport.MOST_FAILURES);
    }
}
