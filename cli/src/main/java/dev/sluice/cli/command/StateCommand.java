package dev.sluice.cli.command;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.destination.Destination;
import dev.sluice.cli.format.LayoutOptions;
import dev.sluice.cli.state.StateExport;
import dev.sluice.cli.state.StateFormat;
import dev.sluice.cli.state.StateImport;
import dev.sluice.pipeline.ScopeRef;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sluice state}. */
@Command(
        name = "state",
        mixinStandardHelpOptions = true,
        description = "Takes over the state of another exporter, or writes it, without asking Confluence.",
        subcommands = {StateCommand.Import.class, StateCommand.Export.class})
final class StateCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
    }

    /** Which state, and where the export is. */
    static final class StateOptions {

        @Option(
                names = "--format",
                required = true,
                paramLabel = "cme|confluence-dl|cme-lock",
                description =
                        "cme: .cme-state.json; confluence-dl: .confluence-dl/sync-manifest.json; cme-lock: confluence-lock.json.")
        String format = "";

        @Option(
                names = {"-o", "--output-path"},
                paramLabel = "DIR",
                defaultValue = ".",
                description = "Folder of the export (default: the present one).")
        Path outputPath = Path.of(".");

        StateFormat format() {
            for (StateFormat known : StateFormat.values()) {
                if (known.toString().equals(format)) {
                    return known;
                }
            }
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "There is no state of the form '%s'; there are cme, confluence-dl and cme-lock.".formatted(format));
        }
    }

    /** {@code sluice state import}. */
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description =
                    "Makes an export of a folder that another tool exported; the next sync downloads what changed.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  sluice state import --format cme -o ./wiki",
                "  sluice state import --format confluence-dl --url https://example.atlassian.net --scope spaces:ENG -o ./wiki"
            })
    static final class Import implements Callable<Integer> {

        @Parameters(
                arity = "0..1",
                paramLabel = "FILE",
                description = "The state (default: where the tool keeps it in the folder).")
        @Nullable
        Path file;

        @Mixin
        StateOptions options = new StateOptions();

        @Option(names = "--url", paramLabel = "URL", description = "Address of the Confluence, if the file lacks it.")
        @Nullable
        String url;

        @Option(
                names = "--scope",
                paramLabel = "COMMAND:ARG,…",
                description = "What was exported, if the file lacks it: spaces:KEY,…, pages:ID,…, all-spaces.")
        List<String> scopes = List.of();

        @Mixin
        LayoutOptions layout = new LayoutOptions();

        @Override
        public Integer call() {
            StateImport.Order order = new StateImport.Order(
                    options.format(),
                    file,
                    url,
                    scopes.stream().map(Import::scope).toList(),
                    layout.settings());
            PrintStream out = System.out;
            out.println(new StateImport(new Destination(options.outputPath), Clock.systemUTC()).run(order));
            return ExitCode.DONE.code();
        }

        private static ScopeRef scope(String text) {
            int colon = text.indexOf(':');
            return colon < 0
                    ? new ScopeRef(text, List.of())
                    : new ScopeRef(
                            text.substring(0, colon),
                            List.of(text.substring(colon + 1).split(",")));
        }
    }

    /** {@code sluice state export}. */
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Writes what the snapshot says as the state of another tool.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  sluice state export --format cme -o ./wiki",
                "  sluice state export --format cme-lock -o ./wiki -"
            })
    static final class Export implements Callable<Integer> {

        @Parameters(
                arity = "0..1",
                paramLabel = "FILE",
                description =
                        "Where to write it (default: where the tool keeps it in the folder); - for standard output.")
        @Nullable
        Path file;

        @Mixin
        StateOptions options = new StateOptions();

        @Override
        public Integer call() {
            StateFormat format = options.format();
            Destination destination = new Destination(options.outputPath);
            StateExport export = new StateExport(destination, Clock.systemUTC());
            PrintStream out = System.out;
            if (file != null && file.toString().equals("-")) {
                out.writeBytes(export.state(format));
                out.println();
            } else {
                Path target = file == null ? destination.folder().resolve(format.file()) : file;
                export.write(format, target);
                out.println("Written: " + target);
            }
            return ExitCode.DONE.code();
        }
    }
}
