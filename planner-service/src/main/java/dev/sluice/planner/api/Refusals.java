package dev.sluice.planner.api;

import dev.sluice.confluence.sites.UnknownSiteException;
import dev.sluice.planner.export.WrongSiteException;
import dev.sluice.planner.run.RunInProgressException;
import dev.sluice.rest.Problem;
import dev.sluice.store.StoreException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says as a {@link Problem} what the planner refuses. */
public class Refusals {

    @ServerExceptionMapper
    Response unknown(UnknownSiteException e) {
        return Problem.response(400, "unknown-site", String.valueOf(e.getMessage()));
    }

    @ServerExceptionMapper
    Response refused(WrongSiteException e) {
        return Problem.response(409, "wrong-site", String.valueOf(e.getMessage()));
    }

    @ServerExceptionMapper
    Response busy(RunInProgressException e) {
        return Problem.response(409, "run-in-progress", String.valueOf(e.getMessage()));
    }

    @ServerExceptionMapper
    Response away(StoreException e) {
        return Problem.response(503, "destination-unavailable", String.valueOf(e.getMessage()));
    }
}
