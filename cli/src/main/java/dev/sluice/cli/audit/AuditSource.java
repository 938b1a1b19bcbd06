package dev.sluice.cli.audit;

import dev.sluice.pipeline.AuditRecord;
import dev.sluice.planner.audit.AuditVerdict;
import java.util.function.Consumer;

/** Where the audit trail of an export is read. */
public interface AuditSource {

    /** Hands over the records that are looked for, in their order. */
    void read(AuditFilter filter, Consumer<AuditRecord> reader);

    /** Whether the chain is as it was written. */
    AuditVerdict verify();
}
