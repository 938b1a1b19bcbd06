package dev.sluice.simulator;

import dev.sluice.simulator.atlassian.OAuthServer;
import java.net.URI;

/**
 * What Atlassian runs for all Cloud sites, for a simulated one: gateway and OAuth 2.0 at one address.
 *
 * @param url without a slash at the end
 * @param scopedToken of the site's user; good at the gateway, and not at the site
 */
public record SimulatedAtlassian(URI url, String scopedToken, OAuthServer oauth) {

    @Override
    public String toString() {
        return "SimulatedAtlassian[" + url + "]";
    }
}
