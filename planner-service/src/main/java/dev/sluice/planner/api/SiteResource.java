package dev.sluice.planner.api;

import dev.sluice.access.Role;
import dev.sluice.confluence.sites.Sites;
import dev.sluice.rest.Listed;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The Confluence sites that are configured. */
@Path("/api/v1/sites")
@Blocking
@RolesAllowed(Role.LOOK)
public class SiteResource {

    private final Sites sites;

    SiteResource(Sites sites) {
        this.sites = sites;
    }

    /**
     * A site, without its credentials.
     *
     * @param anonymous whether it is asked as nobody
     */
    public record SiteView(String name, String url, boolean anonymous) {}

    /** All of them: they are configured, and few. */
    @GET
    public Listed<SiteView> sites() {
        return new Listed<>(sites.names().stream().sorted().map(this::view).toList(), null);
    }

    @GET
    @Path("/{site}")
    public SiteView site(@PathParam("site") String site) {
        if (!sites.names().contains(site)) {
            throw new NotFoundException("No site %s is configured.".formatted(site));
        }
        return view(site);
    }

    private SiteView view(String name) {
        return new SiteView(name, sites.url(name), sites.isAnonymous(name));
    }
}
