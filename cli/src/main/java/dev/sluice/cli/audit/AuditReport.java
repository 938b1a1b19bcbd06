package dev.sluice.cli.audit;

import dev.sluice.cli.report.Figures;
import dev.sluice.pipeline.AuditRecord;
import dev.sluice.pipeline.Wire;
import dev.sluice.planner.audit.AuditVerdict;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Says who did what, a line a record. */
public final class AuditReport {

    private final PrintStream out;
    private final boolean json;

    /** {@code json}: a line of JSON in the place of one for people. */
    public AuditReport(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    public void print(AuditRecord record) {
        if (json) {
            printJson(record);
            return;
        }
        out.printf(
                "%s  %-12s %s%s  by %s%s%n",
                record.at(),
                record.action(),
                what(record),
                versions(record),
                record.actor(),
                record.run() == null ? "" : ", run " + record.run());
    }

    public void print(AuditVerdict verdict) {
        if (json) {
            printJson(verdict);
        } else if (verdict.intact()) {
            out.printf(
                    "The audit trail is as it was written: %s records from number %d on, the last one with the hash %s.%n",
                    Figures.number(verdict.records()), verdict.first(), verdict.head());
        } else {
            out.printf(
                    "The audit trail was tampered with: record %d is not as it was written, or is missing.%n",
                    verdict.brokenAt());
        }
    }

    private static String what(AuditRecord record) {
        String path = record.path();
        if (path == null) {
            return record.detail() == null ? "" : record.detail();
        }
        return record.fromPath() == null ? path : record.fromPath() + " -> " + path;
    }

    private static String versions(AuditRecord record) {
        if (record.fromVersion() == null && record.toVersion() == null) {
            return "";
        }
        String from = record.fromVersion() == null ? "" : record.fromVersion().toString();
        String to = record.toVersion() == null ? "" : record.toVersion().toString();
        return from.equals(to) ? "  version " + to : "  version " + from + " -> " + to;
    }

    private void printJson(Object value) {
        out.writeBytes(Wire.encode(value));
        out.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
    }
}
