package dev.sluice.cli.command;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.connection.ConnectionOptions;
import dev.sluice.cli.connection.SignIn;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice login}. */
@Command(
        name = "login",
        mixinStandardHelpOptions = true,
        description = "Asks for credentials, tries them, and keeps them in a file that only you may read.")
final class LoginCommand implements Callable<Integer> {

    @Option(names = "--url", required = true, paramLabel = "URL", description = "Address of the Confluence.")
    String url = "";

    @Option(names = "--oauth", description = "Sign in to Cloud with an app of OAuth 2.0, by way of a browser.")
    boolean oauth;

    @Option(
            names = "--callback-port",
            paramLabel = "PORT",
            defaultValue = "8976",
            description = "Port of the app's callback address http://localhost:PORT/callback (default: 8976).")
    int callbackPort = 8976;

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
        SignIn signIn = new SignIn(connection, System.err);
        PrintStream out = System.out;
        out.println(oauth ? signIn.withApp(url, callbackPort) : signIn.withToken(url));
        return ExitCode.DONE.code();
    }
}
