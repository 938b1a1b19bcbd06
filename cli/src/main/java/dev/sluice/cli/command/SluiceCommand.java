package dev.sluice.cli.command;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(
        name = "sluice",
        description = "Exports Confluence to Markdown and binaries, and keeps the copy up to date.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            PagesCommand.class,
            PagesWithDescendantsCommand.class,
            SpacesCommand.class,
            AllSpacesCommand.class,
            TreeCommand.class,
            SyncCommand.class,
            StatusCommand.class,
            VerifyCommand.class,
            AuditCommand.class,
            CancelCommand.class,
            StateCommand.class,
            LoginCommand.class,
            LogoutCommand.class,
            RenderCommand.class,
            DemoCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sluice demo",
            "  sluice spaces ENG --url https://example.atlassian.net --output-path ./wiki",
            "  sluice sync --output-path ./wiki",
            "",
            "Credentials: 'sluice login', SLUICE_EMAIL and SLUICE_TOKEN, --token-file, or a question on the terminal.",
            "Exit codes: 0 done, 1 some resources failed or some files are damaged, 2 wrong use or configuration, 3 refused, 4 not authorised, 130 interrupted."
        })
public final class SluiceCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    /** Runs the command that the arguments name; the exit code of the process. */
    public static int execute(String... arguments) {
        return new CommandLine(new SluiceCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(SluiceCommand::explain)
                .setParameterExceptionHandler(SluiceCommand::explain)
                .execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult ignored) {
        if (failure instanceof CommandFailure known) {
            command.getErr().println("sluice: " + known.getMessage());
            return known.exitCode().code();
        }
        command.getErr()
                .println("sluice: this is a defect in Sluice (%s). Please report it with the file %s."
                        .formatted(failure, trace(failure)));
        return ExitCode.SOME_FAILED.code();
    }

    private static int explain(CommandLine.ParameterException failure, String[] arguments) {
        PrintWriter err = failure.getCommandLine().getErr();
        err.println("sluice: " + failure.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("Try '" + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE.code();
    }

    private static Path trace(Exception failure) {
        List<String> lines = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            lines.add(cause.toString());
            Stream.of(cause.getStackTrace()).map(frame -> "  at " + frame).forEach(lines::add);
        }
        try {
            return Files.write(Files.createTempFile("sluice-error", ".log"), lines);
        } catch (IOException e) {
            return Path.of("(none: " + e.getMessage() + ")");
        }
    }
}
