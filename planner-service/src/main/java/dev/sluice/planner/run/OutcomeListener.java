package dev.sluice.planner.run;

import dev.sluice.messaging.Inbox;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.Stage;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Books outcomes, and takes the step that they make due. */
@ApplicationScoped
class OutcomeListener {

    /** Why a run ends of which something is lost. */
    static final String NOT_UNDERSTOOD =
            "A message of this run could not be understood (see the dead-letter topic); the next run goes on from here.";

    private final Inbox inbox;
    private final RunLedger ledger;
    private final Steps steps;

    OutcomeListener(Inbox inbox, RunLedger ledger, Steps steps) {
        this.inbox = inbox;
        this.ledger = ledger;
        this.steps = steps;
    }

    @Incoming("run-outcomes-in")
    @Blocking
    @Retry(maxRetries = -1, delay = 200, maxDuration = 0, jitter = 100)
    @ExponentialBackoff(maxDelay = 10, maxDelayUnit = ChronoUnit.SECONDS)
    void on(ConsumerRecords<String, byte[]> batch) {
        List<Outcome> all = new ArrayList<>();
        Set<RunId> broken = new LinkedHashSet<>();
        all.addAll(inbox.decode(batch, Outcome.class, Stage.PLAN, all::add, broken::add));
        all.stream()
                .collect(Collectors.groupingBy(outcome -> outcome.run().run(), LinkedHashMap::new, Collectors.toList()))
                .forEach((run, outcomes) -> ledger.book(run, outcomes).ifPresent(steps::take));
        broken.forEach(run -> ledger.breakOff(run, NOT_UNDERSTOOD).ifPresent(steps::take));
    }
}
