package dev.sluice.store;

import dev.sluice.store.S3Failures.Call;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.InsufficientDataException;
import io.minio.errors.InvalidResponseException;
import io.minio.errors.ServerException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls of an S3 server again that failed in passing: it is overloaded, restarts, or cannot be reached just now.
 *
 * @param longest how long after the first failure the last try may begin
 */
record Patience(Duration longest, InstantSource clock, Sleeper sleeper) {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int DOUBLINGS = 6;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;
    private static final Set<Integer> LASTING = Set.of(501, 505, 507);
    private static final Set<String> PASSING_CODES = Set.of("RequestTimeout", "SlowDown", "OperationAborted");

    /** Lets time pass. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    static Patience of(Duration longest) {
        return new Patience(longest, InstantSource.system(), Thread::sleep);
    }

    /** The answer, or the failure of the last try. */
    <T extends @Nullable Object> T call(Call<? extends T> call) throws Exception {
        @Nullable Instant last = null;
        for (int tries = 0; ; tries++) {
            try {
                return call.run();
            } catch (Exception e) {
                Instant now = clock.instant();
                last = last == null ? now.plus(longest) : last;
                Duration pause = pause(tries);
                if (!isPassing(e)
                        || Thread.currentThread().isInterrupted()
                        || now.plus(pause).isAfter(last)) {
                    throw e;
                }
                await(pause, e);
            }
        }
    }

    /** Who is told to stop while he waits gives up. */
    private void await(Duration pause, Exception failure) throws Exception {
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, DOUBLINGS));
        Duration longest = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        return Duration.ofNanos(
                (long) (longest.toNanos() * ThreadLocalRandom.current().nextDouble(0.7, 1.3)));
    }

    private static boolean isPassing(Exception failure) {
        return switch (failure) {
            case ErrorResponseException e ->
                PASSING_CODES.contains(e.errorResponse().code())
                        || isPassing(e.response().code());
            case ServerException e -> isPassing(e.statusCode());
            case InsufficientDataException ignored -> true;
            // something before the server has answered
            case InvalidResponseException ignored -> true;
            case IOException ignored -> true;
            default -> false;
        };
    }

    private static boolean isPassing(int status) {
        return status == TOO_MANY_REQUESTS || (status >= SERVER_ERRORS && !LASTING.contains(status));
    }
}
