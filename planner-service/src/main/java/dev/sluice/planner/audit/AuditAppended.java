package dev.sluice.planner.audit;

import dev.sluice.pipeline.ExportId;

/** Records of the export are to be published, once the transaction that they are part of has succeeded. */
record AuditAppended(ExportId export) {}
