package dev.sluice.planner.audit;

/** The database did not keep or give the audit trail. */
public final class AuditException extends RuntimeException {
    AuditException(String what, Throwable cause) {
        super("the audit trail was not " + what, cause);
    }
}
