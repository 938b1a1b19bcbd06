package dev.sluice.confluence.network;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The way to servers.
 *
 * @param caFile certificate authorities to trust besides Java's own, as PEM; null for none
 * @param verifyTls false to take any certificate for good: then anybody on the way can read and change everything
 * @param gateway of Atlassian's Cloud, without a slash at the end
 * @param login where Atlassian's OAuth 2.0 is, without a slash at the end
 */
public record Network(Proxies proxies, @Nullable Path caFile, boolean verifyTls, URI gateway, URI login) {

    /** Straight to the server. */
    public static final Network DIRECT = new Network(
            Proxies.NONE,
            null,
            true,
            URI.create("https://api.atlassian.com"),
            URI.create("https://auth.atlassian.com"));

    public Network withProxies(Proxies value) {
        return new Network(value, caFile, verifyTls, gateway, login);
    }

    public Network withCaFile(@Nullable Path value) {
        return new Network(proxies, value, verifyTls, gateway, login);
    }

    public Network withVerifyTls(boolean value) {
        return new Network(proxies, caFile, value, gateway, login);
    }

    /** For a stand-in of Atlassian's own services. */
    public Network withAtlassian(URI otherGateway, URI otherLogin) {
        return new Network(proxies, caFile, verifyTls, otherGateway, otherLogin);
    }
}
