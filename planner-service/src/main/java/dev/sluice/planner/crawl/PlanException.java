package dev.sluice.planner.crawl;

/** What was asked for cannot be planned. The message says what to do; nothing was touched. */
public final class PlanException extends RuntimeException {
    PlanException(String message) {
        super(message);
    }
}
