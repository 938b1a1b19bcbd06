package dev.sluice.planner.run;

import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.Wire;
import dev.sluice.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.time.Clock;

/** Writes the reports of runs into their destinations. */
@ApplicationScoped
class Reports {

    private final RunRecords records;
    private final RunLedger ledger;
    private final Stores stores;
    private final Clock clock;

    Reports(RunRecords records, RunLedger ledger, Stores stores, Clock clock) {
        this.records = records;
        this.ledger = ledger;
        this.stores = stores;
        this.clock = clock;
    }

    /** Writes the figures and failures of a run that ends now; the figures. */
    RunView write(RunRef run, RunState last) {
        RunView view = records.require(run.run()).endingIn(last, clock.instant());
        RunReport report = new RunReport(view, ledger.failures(run.run(), RunReport.MOST_FAILURES));
        stores.open(run.destination())
                .put(DestinationLayout.report(run.run()), new ByteArrayInputStream(Wire.encode(report)));
        return view;
    }
}
