package dev.sluice.planner.api;

import dev.sluice.access.Role;
import dev.sluice.confluence.sites.Sites;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.export.Export;
import dev.sluice.planner.export.ExportRequest;
import dev.sluice.planner.export.Exports;
import dev.sluice.planner.run.RunInfo;
import dev.sluice.planner.run.RunPolicy;
import dev.sluice.planner.run.RunRequest;
import dev.sluice.planner.run.Runs;
import dev.sluice.rest.Cursor;
import dev.sluice.rest.Listed;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is exported from where to where, and the runs of it. */
@Path("/api/v1/exports")
@Blocking
@RolesAllowed(Role.LOOK)
public class ExportResource {

    private static final String LIST = "exports";

    private final Sites sites;
    private final Exports exports;
    private final Runs runs;

    ExportResource(Sites sites, Exports exports, Runs runs) {
        this.sites = sites;
        this.exports = exports;
        this.runs = runs;
    }

    /** Asks for an export of a configured site. {@code markdown} and {@code paths}: null to leave them as they are. */
    public record NewExport(
            String site,
            String destination,
            List<ScopeRef> scopes,
            @Nullable Map<String, String> markdown,
            @Nullable Map<String, String> paths) {
        public NewExport {
            if (site == null || destination == null || scopes == null) {
                throw new IllegalArgumentException("An export needs site, destination and scopes.");
            }
        }
    }

    /** The export of the destination: a new one, or the one that is there, with the scopes added and the settings changed. */
    @POST
    @RolesAllowed(Role.ADMINISTER)
    public Made export(NewExport wanted, @Context SecurityContext who) {
        ExportRequest request = new ExportRequest(
                wanted.site(),
                sites.url(wanted.site()),
                wanted.destination(),
                wanted.scopes(),
                settings(wanted.markdown()),
                settings(wanted.paths()));
        return new Made(
                exports.ensure(request, who.getUserPrincipal().getName()).value());
    }

    private static Map<String, String> settings(@Nullable Map<String, String> wanted) {
        if (wanted != null && wanted.values().stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("Every setting needs a value.");
        }
        return wanted == null ? Map.of() : wanted;
    }

    /** From the oldest on. */
    @GET
    public Listed<ExportView> exports(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        Cursor after = Cursor.parse(LIST, cursor);
        int most = Listed.limit(limit);
        List<Export> found =
                after == null ? exports.first(most + 1) : exports.after(after.time(), after.id(), most + 1);
        return Listed.of(
                found.stream().map(ExportView::of).toList(),
                most,
                last -> Cursor.at(LIST, last.createdAt(), last.id().value()));
    }

    @GET
    @Path("/{export}")
    public ExportView export(@PathParam("export") String export) {
        return ExportView.of(require(export));
    }

    private Export require(String export) {
        return exports.find(new ExportId(export))
                .orElseThrow(() -> new NotFoundException("No export %s.".formatted(export)));
    }

    /** Starts a run. */
    @POST
    @Path("/{export}/runs")
    @RolesAllowed(Role.OPERATE)
    public Made run(@PathParam("export") String export, @Nullable RunPolicy wanted, @Context SecurityContext who) {
        RunPolicy policy = wanted == null ? RunPolicy.PLAIN : wanted;
        String actor = who.getUserPrincipal().getName();
        RunId id = runs.start(new RunRequest(require(export).id(), policy, null, actor));
        return new Made(id.value());
    }

    /** The runs of the export, from the newest on. */
    @GET
    @Path("/{export}/runs")
    public Listed<RunInfo> runs(
            @PathParam("export") String export,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return RunLists.page(runs, require(export).id(), cursor, limit);
    }
}
