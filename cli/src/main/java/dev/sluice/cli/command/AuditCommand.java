package dev.sluice.cli.command;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.audit.AuditFilter;
import dev.sluice.cli.audit.AuditReport;
import dev.sluice.cli.audit.AuditSource;
import dev.sluice.cli.audit.LocalAudit;
import dev.sluice.cli.audit.RemoteAudit;
import dev.sluice.cli.destination.Destination;
import dev.sluice.cli.server.ServerOptions;
import dev.sluice.planner.audit.AuditVerdict;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice audit}. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Shows who started what, and what runs did to which file; asks nobody.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sluice audit --output-path ./wiki --resource page:123",
            "  sluice audit --verify --server https://sluice.example.com --export x1"
        })
final class AuditCommand implements Callable<Integer> {

    @Option(
            names = {"-o", "--output-path"},
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Folder of the export (default: the present one).")
    Path outputPath = Path.of(".");

    @Option(names = "--verify", description = "Compute the chain anew, and say whether it is as it was written.")
    boolean verify;

    @Option(names = "--run", paramLabel = "ID", description = "Only what this run did.")
    @Nullable
    String run;

    @Option(names = "--resource", paramLabel = "KEY", description = "Only what became of this: page:123.")
    @Nullable
    String resource;

    @Option(names = "--action", paramLabel = "WORD", description = "Only this: created, changed, moved, removed, …")
    @Nullable
    String action;

    @Option(names = "--export", paramLabel = "ID", description = "With --server: which export.")
    @Nullable
    String export;

    @Option(names = "--json", description = "As JSON, a line a record.")
    boolean json;

    @Mixin
    ServerOptions server = new ServerOptions();

    @Override
    public Integer call() {
        AuditReport report = new AuditReport(System.out, json);
        AuditSource source = source();
        if (!verify) {
            source.read(new AuditFilter(run, resource, action), report::print);
            return ExitCode.DONE.code();
        }
        AuditVerdict verdict = source.verify();
        report.print(verdict);
        return (verdict.intact() ? ExitCode.DONE : ExitCode.SOME_FAILED).code();
    }

    private AuditSource source() {
        if (!server.isGiven()) {
            return new LocalAudit(new Destination(outputPath));
        }
        if (export == null) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--server needs --export ID: 'sluice status --server …' lists them.");
        }
        return new RemoteAudit(server.planner(), export);
    }
}
