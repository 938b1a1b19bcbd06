package dev.sluice.cli.audit;

import dev.sluice.cli.server.RemotePlanner;
import dev.sluice.pipeline.AuditRecord;
import dev.sluice.pipeline.Wire;
import dev.sluice.planner.audit.AuditVerdict;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The audit trail of an export of a planner elsewhere. */
public final class RemoteAudit implements AuditSource {

    private final RemotePlanner planner;
    private final String path;

    public RemoteAudit(RemotePlanner planner, String export) {
        this.planner = planner;
        this.path = "exports/" + RemotePlanner.encoded(export) + "/audit";
    }

    @Override
    public void read(AuditFilter filter, Consumer<AuditRecord> reader) {
        StringJoiner query = new StringJoiner("&", path + "?", "");
        query.setEmptyValue(path);
        add(query, "run", filter.run());
        add(query, "resource", filter.resource());
        add(query, "action", filter.action());
        planner.list(query.toString(), record -> reader.accept(Wire.json().convertValue(record, AuditRecord.class)));
    }

    private static void add(StringJoiner query, String name, @Nullable String value) {
        if (value != null) {
            query.add(name + "=" + RemotePlanner.encoded(value));
        }
    }

    @Override
    public AuditVerdict verify() {
        return Wire.json().convertValue(planner.get(path + "/verification"), AuditVerdict.class);
    }
}
