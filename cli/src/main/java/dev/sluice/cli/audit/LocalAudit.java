package dev.sluice.cli.audit;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.destination.Destination;
import dev.sluice.cli.destination.DestinationLock;
import dev.sluice.cli.embedded.EmbeddedDatabase;
import dev.sluice.cli.embedded.EmbeddedStartException;
import dev.sluice.pipeline.AuditRecord;
import dev.sluice.pipeline.ExportId;
import dev.sluice.planner.audit.AuditException;
import dev.sluice.planner.audit.AuditQuery;
import dev.sluice.planner.audit.AuditReader;
import dev.sluice.planner.audit.AuditVerdict;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The audit trail in the database of a folder. */
public final class LocalAudit implements AuditSource {

    private static final int AT_ONCE = 1000;

    private final Destination destination;

    public LocalAudit(Destination destination) {
        this.destination = destination;
    }

    @Override
    public void read(AuditFilter filter, Consumer<AuditRecord> reader) {
        withReader((audit, export) -> {
            AuditQuery query = new AuditQuery(export, filter.run(), filter.resource(), filter.action());
            long last = 0;
            for (List<AuditRecord> some = audit.find(query, last, AT_ONCE);
                    !some.isEmpty();
                    some = audit.find(query, last, AT_ONCE)) {
                some.forEach(reader);
                last = some.getLast().seq();
            }
            return last;
        });
    }

    @Override
    public AuditVerdict verify() {
        return withReader(AuditReader::verify);
    }

    private <T> T withReader(BiFunction<AuditReader, ExportId, T> work) {
        if (!destination.hasDatabase()) {
            throw none();
        }
        try (DestinationLock _ = DestinationLock.take(destination);
                EmbeddedDatabase server =
                        EmbeddedDatabase.start(destination.home().resolve("db"))) {
            AuditReader audit = new AuditReader(server.dataSource());
            List<ExportId> exports = audit.exports();
            if (exports.isEmpty()) {
                throw none();
            }
            return work.apply(audit, exports.getFirst());
        } catch (AuditException e) {
            // the database was made by a version without
            throw none();
        } catch (EmbeddedStartException e) {
            throw destination.unreadableDatabase(e);
        }
    }

    private CommandFailure none() {
        return new CommandFailure(
                ExitCode.USAGE,
                "%s has no audit trail yet: it begins with the next run.".formatted(destination.folder()));
    }
}
