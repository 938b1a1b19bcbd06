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
import java.nio.file.Path;
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

    /** The site at the address, with one to three requests; fails in one sentence when it is none, or refuses us. */
    public Connection connect(String url) {
        ClientSettings client = client();
        Credentials credentials =
                new CredentialSource(System.getenv(), Terminal.attached().orElse(null)).find(tokenFile);
        try {
            Site site = SiteProbe.find(url, product == null ? null : product.product, credentials, client);
            return new Connection(site, client);
        } catch (ConfluenceException e) {
            throw new CommandFailure(exitCode(e), String.valueOf(e.getMessage()));
        }
    }

    private ClientSettings client() {
        try {
            return ClientSettings.defaults().withRequestsPerSecond(maxRequestsPerSecond);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private static ExitCode exitCode(ConfluenceException e) {
        return switch (e.category()) {
            case NOT_AUTHORISED, FORBIDDEN -> ExitCode.NOT_AUTHORISED;
            case NOT_FOUND, THROTTLED, UNAVAILABLE, MALFORMED -> ExitCode.USAGE;
        };
    }
}
