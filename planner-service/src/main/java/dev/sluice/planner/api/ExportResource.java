package dev.sluice.planner.api;

import dev.sluice.confluence.sites.Sites;
import dev.sluice.confluence.sites.UnknownSiteException;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.export.ExportRequest;
import dev.sluice.planner.export.Exports;
import dev.sluice.planner.export.WrongSiteException;
import dev.sluice.planner.run.LedgerItem;
import dev.sluice.planner.run.RunInProgressException;
import dev.sluice.planner.run.RunPolicy;
import dev.sluice.planner.run.RunRequest;
import dev.sluice.planner.run.RunView;
import dev.sluice.planner.run.Runs;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Exports and their runs. Problems come as {@code {"message": …}} with a status that says whose they are. */
@Path("/api/v1")
@Blocking
public class ExportResource {

    private static final int MOST_ITEMS = 1000;

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
            @Nullable Map<String, String> paths) {}

    /** Names what was made. */
    public record Made(String id) {}

    /** Says in one sentence what is wrong. */
    public record Problem(String message) {}

    @POST
    @Path("/exports")
    public Made export(NewExport wanted) {
        ExportId id = exports.ensure(new ExportRequest(
                wanted.site(),
                sites.url(wanted.site()),
                wanted.destination(),
                wanted.scopes(),
                settings(wanted.markdown()),
                settings(wanted.paths())));
        return new Made(id.value());
    }

    private static Map<String, String> settings(@Nullable Map<String, String> wanted) {
        if (wanted != null && wanted.values().stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("Every setting needs a value.");
        }
        return wanted == null ? Map.of() : wanted;
    }

    @POST
    @Path("/exports/{export}/runs")
    public Made run(@PathParam("export") String export, RunPolicy wanted) {
        RunId id = runs.start(new RunRequest(new ExportId(export), wanted));
        return new Made(id.value());
    }

    @GET
    @Path("/runs/{run}")
    public RunView run(@PathParam("run") String run) {
        return runs.find(new RunId(run)).orElseThrow(() -> new NotFoundException("No run " + run + "."));
    }

    /** Settled descriptors but for the unchanged ones, a page at a time: ask again after the last number. */
    @GET
    @Path("/runs/{run}/items")
    public List<LedgerItem> items(@PathParam("run") String run, @QueryParam("after") Integer after) {
        return runs.items(new RunId(run), after == null ? -1 : after, MOST_ITEMS);
    }

    /** Numbers of descriptors without an outcome. */
    @GET
    @Path("/runs/{run}/open")
    public List<Integer> open(@PathParam("run") String run) {
        return runs.open(new RunId(run), MOST_ITEMS);
    }

    @ServerExceptionMapper({IllegalArgumentException.class, UnknownSiteException.class})
    Response wrong(RuntimeException e) {
        return problem(Response.Status.BAD_REQUEST, e);
    }

    @ServerExceptionMapper({WrongSiteException.class, RunInProgressException.class})
    Response refused(RuntimeException e) {
        return problem(Response.Status.CONFLICT, e);
    }

    private static Response problem(Response.Status status, RuntimeException e) {
        return Response.status(status)
                .entity(new Problem(String.valueOf(e.getMessage())))
                .build();
    }
}
