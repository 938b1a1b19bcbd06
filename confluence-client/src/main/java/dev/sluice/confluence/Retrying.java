package dev.sluice.confluence;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Sends a request again while that can help and the budget lasts. */
final class Retrying {

    /** One try. */
    @FunctionalInterface
    interface Attempt<T> {
        T run() throws TransientFailure;
    }

    private static final Logger LOG = System.getLogger("dev.sluice.confluence");
    private static final int SIGNED_OUT_TRIES = 1;
    private static final Duration WORTH_TELLING = Duration.ofSeconds(5);

    private final ClientSettings.Retries budget;
    private final RequestGate gate;
    private final Timing timing;
    private final LongAdder retries = new LongAdder();

    Retrying(ClientSettings.Retries budget, RequestGate gate, Timing timing) {
        this.budget = budget;
        this.gate = gate;
        this.timing = timing;
    }

    <T> T run(Attempt<T> attempt) {
        Map<TransientFailure.Kind, Integer> failures = new EnumMap<>(TransientFailure.Kind.class);
        while (true) {
            try {
                return attempt.run();
            } catch (TransientFailure failure) {
                int count = failures.merge(failure.kind(), 1, Integer::sum);
                if (count > allowed(failure.kind())) {
                    throw failure.outcome();
                }
                LOG.log(Level.DEBUG, "request fails, trying again: try={0} reason={1}", count, failure.getMessage());
                await(failure, count);
                retries.increment();
            }
        }
    }

    long count() {
        return retries.sum();
    }

    private int allowed(TransientFailure.Kind kind) {
        return switch (kind) {
            case THROTTLED -> budget.throttled();
            case BROKEN -> budget.failures();
            case SIGNED_OUT -> SIGNED_OUT_TRIES;
        };
    }

    private void await(TransientFailure failure, int count) {
        Duration backoff = timing.jittered(backoff(count));
        AskedWait asked = failure.asked().atMost(budget.longestRetryAfter());
        if (failure.kind() != TransientFailure.Kind.THROTTLED && asked.atLeast().isZero()) {
            timing.sleep(backoff);
            return;
        }
        Duration pause = asked.atLeast().isZero() ? backoff : timing.prolonged(asked.atLeast());
        if (pause.compareTo(WORTH_TELLING) >= 0) {
            LOG.log(Level.INFO, "Waiting for Confluence: seconds={0} reason={1}", pause.toSeconds(), asked.reason());
        }
        String elsewhere = failure.host();
        if (elsewhere == null) {
            gate.pause(pause, asked.reason());
        } else {
            gate.pauseMedia(elsewhere, pause, asked.reason());
        }
    }

    private Duration backoff(int count) {
        Duration delay = budget.firstDelay().multipliedBy(1L << Math.min(count - 1, 16));
        return delay.compareTo(budget.longestDelay()) > 0 ? budget.longestDelay() : delay;
    }
}
