package dev.sluice.simulator;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is not answered as it should be: requests that name this segment in their paths.
 *
 * @param left so many are still let through
 */
record RefusedSegment(String segment, int status, AtomicInteger left) {

    /** The status to answer a request for this path with, whatever it asks for; empty to answer it. */
    OptionalInt refusal(List<String> path) {
        return !path.contains(segment) || left.getAndDecrement() > 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    Map<String, Object> settings() {
        return Map.of("segment", segment, "status", status, "after", Math.max(0, left.get()));
    }
}
