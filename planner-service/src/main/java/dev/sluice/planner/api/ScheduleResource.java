package dev.sluice.planner.api;

import dev.sluice.access.Role;
import dev.sluice.pipeline.ExportId;
import dev.sluice.planner.export.Exports;
import dev.sluice.planner.schedule.ScheduleKind;
import dev.sluice.planner.schedule.ScheduleRequest;
import dev.sluice.planner.schedule.ScheduleView;
import dev.sluice.planner.schedule.Schedules;
import dev.sluice.rest.Listed;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** When an export runs by itself: at most one schedule of each kind, {@code full} and {@code quick}. */
@Path("/api/v1/exports/{export}/schedules")
@Blocking
@RolesAllowed(Role.LOOK)
public class ScheduleResource {

    private final Exports exports;
    private final Schedules schedules;

    ScheduleResource(Exports exports, Schedules schedules) {
        this.exports = exports;
        this.schedules = schedules;
    }

    @GET
    public Listed<ScheduleView> schedules(@PathParam("export") String export) {
        return new Listed<>(schedules.of(known(export)), null);
    }

    @GET
    @Path("/{kind}")
    public ScheduleView schedule(@PathParam("export") String export, @PathParam("kind") String kind) {
        ScheduleKind wanted = ScheduleKind.named(kind);
        return schedules.of(known(export)).stream()
                .filter(schedule -> schedule.kind() == wanted)
                .findFirst()
                .orElseThrow(() -> none(export, wanted));
    }

    /** Sets it, whether or not there was one. */
    @PUT
    @Path("/{kind}")
    @RolesAllowed(Role.ADMINISTER)
    public ScheduleView set(
            @PathParam("export") String export,
            @PathParam("kind") String kind,
            ScheduleRequest wanted,
            @Context SecurityContext who) {
        if (wanted == null) {
            throw new IllegalArgumentException("A schedule needs cron, as in '0 3 * * 1-5'.");
        }
        String by = who.getUserPrincipal().getName();
        schedules.set(known(export), ScheduleKind.named(kind), wanted, by);
        return schedule(export, kind);
    }

    @DELETE
    @Path("/{kind}")
    @RolesAllowed(Role.ADMINISTER)
    public void remove(
            @PathParam("export") String export, @PathParam("kind") String kind, @Context SecurityContext who) {
        ScheduleKind wanted = ScheduleKind.named(kind);
        if (!schedules.remove(known(export), wanted, who.getUserPrincipal().getName())) {
            throw none(export, wanted);
        }
    }

    private ExportId known(String export) {
        return exports.find(new ExportId(export))
                .orElseThrow(() -> new NotFoundException("No export %s.".formatted(export)))
                .id();
    }

    private static NotFoundException none(String export, ScheduleKind kind) {
        return new NotFoundException("Export %s has no %s schedule.".formatted(export, kind.word()));
    }
}
