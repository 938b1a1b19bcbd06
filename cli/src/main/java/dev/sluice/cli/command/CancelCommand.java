package dev.sluice.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.server.RemotePlanner;
import dev.sluice.cli.server.ServerOptions;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sluice cancel}: a run of this process is ended by Ctrl-C. */
@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        description = "Ends a run of a planner elsewhere; what is exported so far stays.",
        footerHeading = "%nExample:%n",
        footer = "  sluice cancel 0c7f… --server https://sluice.example.com")
final class CancelCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "Id of the run.")
    String run = "";

    @Mixin
    ServerOptions server = new ServerOptions();

    @Override
    public Integer call() {
        if (!server.isGiven()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "cancel needs --server URL; a run of this machine is ended by Ctrl-C.");
        }
        JsonNode view = server.planner().post("runs/" + RemotePlanner.encoded(run) + "/cancel", null);
        PrintStream out = System.out;
        out.printf(
                "Run %s: %s, %s of %s resources.%n",
                run,
                view.path("state").asText(),
                view.path("settled").asText(),
                view.path("resources").asText());
        return ExitCode.DONE.code();
    }
}
