package dev.sluice.cli.connection;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.Terminal;
import dev.sluice.confluence.ClientSettings;
import dev.sluice.confluence.Confluence;
import dev.sluice.confluence.ConfluenceClients;
import dev.sluice.confluence.Credentials;
import dev.sluice.confluence.oauth.GrantFile;
import dev.sluice.confluence.oauth.OAuthGrant;
import java.io.Console;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gets credentials for a site, sees whether they are good there, and keeps them for later commands. */
public final class SignIn {

    static final String CLIENT_ID = "SLUICE_OAUTH_CLIENT_ID";
    static final String CLIENT_SECRET = "SLUICE_OAUTH_CLIENT_SECRET";

    private final ConnectionOptions options;
    private final PrintStream err;
    private final Map<String, String> environment = System.getenv();

    /** {@code err} takes the talk. */
    public SignIn(ConnectionOptions options, PrintStream err) {
        this.options = options;
        this.err = err;
    }

    /** With an API token, a password or an access token; what to say about it. */
    public String withToken(String url) {
        if (options.anonymous) {
            throw new CommandFailure(ExitCode.USAGE, "Nobody cannot sign in; leave out --anonymous.");
        }
        CredentialSource source = options.source();
        Credentials credentials =
                source.given(options.tokenFile).or(source::asked).orElseThrow(CredentialSource::none);
        ClientSettings client = options.client();
        Connection connection = options.connect(url, credentials, client);
        return said(connection, Logins.of(environment).store(url, credentials), url);
    }

    /** With an app of OAuth 2.0, by way of a browser. A grant that the site does not take is not kept. */
    public String withApp(String url, int port) {
        ClientSettings client = options.client();
        Console console = Terminal.attached().orElse(null);
        String id = value(CLIENT_ID, console);
        String secret = value(CLIENT_SECRET, console);
        Logins logins = Logins.of(environment);
        OAuthGrant grant = new BrowserConsent(client.network(), err).ask(id, secret, port);
        Path file = logins.prepareOAuth(url);
        new GrantFile(file).write(grant);
        try {
            return said(options.connect(url, Logins.oauth(file, client.network()), client), file, url);
        } catch (CommandFailure e) {
            logins.forget(url);
            throw e;
        }
    }

    /** Forgets what is stored for the host; what to say about it. */
    public static String out(String url) {
        return Logins.of(System.getenv()).forget(url)
                ? "The credentials for %s are removed. Revoke the token where it was made, if nobody else uses it."
                        .formatted(url)
                : "No credentials are stored for %s.".formatted(url);
    }

    private static String said(Connection connection, Path file, String url) {
        try (Confluence confluence = ConfluenceClients.open(connection.site(), connection.client())) {
            return "Signed in to %s as %s. The credentials are in %s, which only you may read; 'sluice logout --url %s' removes them."
                    .formatted(
                            connection.site().baseUrl(),
                            confluence.currentUser().displayName(),
                            file,
                            url);
        }
    }

    private String value(String variable, @Nullable Console console) {
        String known = environment.getOrDefault(variable, "").strip();
        if (!known.isEmpty()) {
            return known;
        }
        char[] typed = console == null ? null : console.readPassword("%s: ", variable);
        if (typed == null || typed.length == 0) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "The app is not known: set %s and %s to those of your app at developer.atlassian.com."
                            .formatted(CLIENT_ID, CLIENT_SECRET));
        }
        return new String(typed).strip();
    }
}
