package dev.sluice.cli.command;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.connection.SignIn;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sluice logout}. */
@Command(
        name = "logout",
        mixinStandardHelpOptions = true,
        description = "Removes the credentials that 'sluice login' has stored.")
final class LogoutCommand implements Callable<Integer> {

    @Option(names = "--url", required = true, paramLabel = "URL", description = "Address of the Confluence.")
    String url = "";

    @Override
    public Integer call() {
        PrintStream out = System.out;
        out.println(SignIn.out(url));
        return ExitCode.DONE.code();
    }
}
