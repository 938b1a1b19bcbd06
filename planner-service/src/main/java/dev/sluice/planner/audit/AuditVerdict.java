package dev.sluice.planner.audit;

import org.jspecify.annotations.Nullable;

/**
 * Whether a chain is as it was written.
 *
 * @param records that were looked at
 * @param first number of the first record that is kept; what was before it is forgotten
 * @param head hash of the last record: what was noted of it before shows whether the whole chain was written anew
 * @param brokenAt number of the first record that is not as it was written, or is missing; null when all are intact
 */
public record AuditVerdict(
        boolean intact,
        long records,
        long first,
        String head,
        @Nullable Long brokenAt) {}
