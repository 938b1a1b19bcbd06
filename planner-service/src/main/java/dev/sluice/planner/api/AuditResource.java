package dev.sluice.planner.api;

import dev.sluice.access.Role;
import dev.sluice.pipeline.AuditRecord;
import dev.sluice.pipeline.ExportId;
import dev.sluice.planner.audit.AuditQuery;
import dev.sluice.planner.audit.AuditReader;
import dev.sluice.planner.audit.AuditVerdict;
import dev.sluice.planner.export.Exports;
import dev.sluice.rest.Cursor;
import dev.sluice.rest.Listed;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Who did what to an export, and what its runs did to which file. */
@Path("/api/v1/exports/{export}/audit")
@Blocking
@RolesAllowed(Role.LOOK)
public class AuditResource {

    private static final String LIST = "audit";

    private final Exports exports;
    private final AuditReader reader;

    AuditResource(Exports exports, @DataSource("planner") AgroalDataSource database) {
        this.exports = exports;
        this.reader = new AuditReader(database);
    }

    /** Records in their order, those of one run, one resource, or one action, if that is said. */
    @GET
    @SuppressWarnings("ParameterNumber") // each is a part of the address
    public Listed<AuditRecord> records(
            @PathParam("export") String export,
            @QueryParam("run") String run,
            @QueryParam("resource") String resource,
            @QueryParam("action") String action,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        AuditQuery query = new AuditQuery(known(export), run, resource, action);
        int most = Listed.limit(limit);
        Cursor after = Cursor.parse(LIST, cursor);
        List<AuditRecord> found = reader.find(query, after == null ? 0 : after.number(), most + 1);
        return Listed.of(found, most, last -> Cursor.at(LIST, last.seq()));
    }

    /** Computes the whole chain anew, and says whether it is as it was written. */
    @GET
    @Path("/verification")
    public AuditVerdict verification(@PathParam("export") String export) {
        return reader.verify(known(export));
    }

    private ExportId known(String export) {
        return exports.find(new ExportId(export))
                .orElseThrow(() -> new NotFoundException("No export %s.".formatted(export)))
                .id();
    }
}
