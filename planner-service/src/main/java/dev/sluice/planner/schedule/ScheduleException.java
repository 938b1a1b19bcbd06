package dev.sluice.planner.schedule;

/** The database did not keep or give a schedule. */
final class ScheduleException extends RuntimeException {
    ScheduleException(String what, Throwable cause) {
        super("a schedule was not " + what, cause);
    }
}
