package dev.sluice.cli.command;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.destination.Destination;
import dev.sluice.cli.run.DemoRun;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sluice demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Exports a simulated Confluence, changes a few things there, and syncs. Needs no account.")
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = {"-o", "--output-path"},
            paramLabel = "DIR",
            defaultValue = "sluice-demo",
            description = "Folder to export to (default: ${DEFAULT-VALUE}); what a demo before left there is removed.")
    Path outputPath = Path.of("sluice-demo");

    @Option(
            names = "--pages",
            defaultValue = "200",
            description = "Pages of the simulated site (default: ${DEFAULT-VALUE}).")
    int pages = 200;

    @Override
    public Integer call() {
        ExitCode exitCode = new DemoRun(System.out, System.err).run(new Destination(outputPath), pages);
        return exitCode.code();
    }
}
