package dev.sluice.cli.connection;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.Terminal;
import dev.sluice.confluence.ClientSettings;
import dev.sluice.confluence.ConfluenceException;
import dev.sluice.confluence.Credentials;
import dev.sluice.confluence.Product;
import dev.sluice.confluence.Site;
import dev.sluice.confluence.SiteProbe;
import dev.sluice.confluence.network.Network;
import dev.sluice.confluence.network.Proxies;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how to sign in. */
public final class ConnectionOptions {

    /** The products as they are called on the command line. */
    enum ProductName {
        cloud(Product.CLOUD),
        dc(Product.DATA_CENTER);

        private final Product product;

        ProductName(Product product) {
            this.product = product;
        }
    }

    @Option(
            names = "--product",
            paramLabel = "cloud|dc",
            description = "Confluence Cloud or Data Center; found by probing when not given.")
    @Nullable
    ProductName product;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File that holds the token; otherwise SLUICE_TOKEN or a question on the terminal.")
    @Nullable
    Path tokenFile;

    @Option(
            names = "--max-requests-per-second",
            paramLabel = "N",
            description = "Never ask Confluence for more (default: as much as it bears).")
    double maxRequestsPerSecond;

    @Option(
            names = "--anonymous",
            description = "Ask as nobody, and export what everybody may see. Never for an export made with an account.")
    boolean anonymous;

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description = "Certificate authorities to trust besides Java's own, as PEM; otherwise SLUICE_CA_FILE.")
    @Nullable
    Path caFile;

    @Option(
            names = "--insecure",
            description = "Take any certificate for good. Then anybody on the way can read and change everything.")
    boolean insecure;

    /** The site at the address, with one to three requests; fails in one sentence when it is none, or refuses us. */
    public Connection connect(String url) {
        ClientSettings client = client();
        return connect(url, credentials(url, client.network()), client);
    }

    Connection connect(String url, Credentials credentials, ClientSettings client) {
        try {
            Site site = SiteProbe.find(url, product == null ? null : product.product, credentials, client);
            return new Connection(site, client);
        } catch (ConfluenceException e) {
            throw new CommandFailure(exitCode(e), String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            // a file of certificates that is none
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private Credentials credentials(String url, Network network) {
        if (anonymous) {
            return new Credentials.Anonymous();
        }
        Map<String, String> environment = System.getenv();
        CredentialSource source = source();
        return source.given(tokenFile)
                .or(() -> Logins.of(environment).find(url, network))
                .or(() -> Netrc.of(environment).find(url))
                .or(source::asked)
                .orElseThrow(CredentialSource::none);
    }

    CredentialSource source() {
        return new CredentialSource(System.getenv(), Terminal.attached().orElse(null));
    }

    ClientSettings client() {
        try {
            return ClientSettings.defaults()
                    .withRequestsPerSecond(maxRequestsPerSecond)
                    .withNetwork(network(System.getenv()));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private Network network(Map<String, String> environment) {
        String authorities = environment.getOrDefault("SLUICE_CA_FILE", "");
        Path file = caFile == null && !authorities.isEmpty() ? Path.of(authorities) : caFile;
        if (insecure) {
            warn(
                    System.err,
                    "sluice: WARNING: --insecure: certificates are NOT verified. Anybody on the way can read your credentials and change what is exported.");
        }
        Network network = Network.DIRECT
                .withProxies(Proxies.of(environment))
                .withCaFile(file)
                .withVerifyTls(!insecure);
        return network.withAtlassian(
                URI.create(environment.getOrDefault(
                        "SLUICE_ATLASSIAN_GATEWAY", network.gateway().toString())),
                URI.create(environment.getOrDefault(
                        "SLUICE_ATLASSIAN_LOGIN", network.login().toString())));
    }

    private static void warn(PrintStream err, String message) {
        err.println(message);
    }

    private static ExitCode exitCode(ConfluenceException e) {
        return switch (e.category()) {
            case NOT_AUTHORISED, FORBIDDEN -> ExitCode.NOT_AUTHORISED;
            case NOT_FOUND, THROTTLED, UNAVAILABLE, MALFORMED -> ExitCode.USAGE;
        };
    }
}
