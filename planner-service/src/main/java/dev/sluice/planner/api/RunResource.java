package dev.sluice.planner.api;

import dev.sluice.access.Role;
import dev.sluice.pipeline.RunId;
import dev.sluice.planner.run.ItemFilter;
import dev.sluice.planner.run.LedgerItem;
import dev.sluice.planner.run.RunInfo;
import dev.sluice.planner.run.Runs;
import dev.sluice.rest.Cursor;
import dev.sluice.rest.Listed;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.Optional;

/** Runs under way and over. */
@Path("/api/v1/runs")
@Blocking
@RolesAllowed(Role.LOOK)
public class RunResource {

    private static final String ITEMS = "outcomes";
    private static final int MOST_OPEN = 1000;

    private final Runs runs;

    RunResource(Runs runs) {
        this.runs = runs;
    }

    /** All runs, from the newest on. */
    @GET
    public Listed<RunInfo> runs(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return RunLists.page(runs, null, cursor, limit);
    }

    @GET
    @Path("/{run}")
    public RunInfo run(@PathParam("run") String run) {
        return known(runs.info(new RunId(run)), run);
    }

    /**
     * Ends the run now. What is exported so far stays, nothing is removed, and the next run goes on. Of a run that is over
     * already, tells how it ended.
     */
    @POST
    @Path("/{run}/cancel")
    @RolesAllowed(Role.OPERATE)
    public RunInfo cancel(@PathParam("run") String run, @Context SecurityContext who) {
        return known(runs.cancel(new RunId(run), who.getUserPrincipal().getName()), run);
    }

    /** How the run gets on, whenever that changes: events {@code progress}, and at the end {@code ended}. */
    @GET
    @Path("/{run}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> events(@PathParam("run") String run, @Context Sse sse) {
        RunId id = known(runs.info(new RunId(run)), run).run().id();
        return RunEvents.of(() -> runs.info(id).orElseThrow(), sse);
    }

    /** Settled descriptors but for the unchanged ones, in the order of their numbers. */
    @GET
    @Path("/{run}/outcomes")
    public Listed<LedgerItem> outcomes(
            @PathParam("run") String run,
            @BeanParam OutcomeQuery query,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        RunId id = known(runs.info(new RunId(run)), run).run().id();
        Cursor after = Cursor.parse(ITEMS, cursor);
        int most = Listed.limit(limit);
        ItemFilter filter = query.filter();
        List<LedgerItem> found = runs.items(id, filter, after == null ? -1 : (int) after.number(), most + 1);
        return Listed.of(found, most, last -> Cursor.at(ITEMS, last.seq()));
    }

    /** Numbers of descriptors without an outcome, the first thousand. */
    @GET
    @Path("/{run}/open")
    public List<Integer> open(@PathParam("run") String run) {
        return runs.open(known(runs.info(new RunId(run)), run).run().id(), MOST_OPEN);
    }

    private static RunInfo known(Optional<RunInfo> found, String run) {
        return found.orElseThrow(() -> new NotFoundException("No run %s.".formatted(run)));
    }
}
