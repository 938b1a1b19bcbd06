package dev.sluice.cli.command;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.connection.ConnectionOptions;
import dev.sluice.cli.tree.TreePreview;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.export.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice tree}: what an export would hold, with neither broker nor database. */
@Command(
        name = "tree",
        mixinStandardHelpOptions = true,
        description = "Shows which pages an export would hold, and where, without exporting anything.")
final class TreeCommand implements Callable<Integer> {

    private static final Set<String> SCOPES = Set.of("pages", "pages-with-descendants", "spaces", "all-spaces");

    @Parameters(
            arity = "1..*",
            paramLabel = "SCOPE",
            description =
                    "As in the commands that export: spaces KEY…, pages ID…, pages-with-descendants ID…, all-spaces.")
    List<String> scope = List.of();

    @Option(names = "--url", required = true, paramLabel = "URL", description = "Address of the Confluence.")
    String url = "";

    @Option(names = "--personal", description = "With all-spaces: personal spaces, too.")
    boolean personal;

    @Option(names = "--depth", paramLabel = "N", description = "With pages-with-descendants: so many levels.")
    @Nullable
    Integer depth;

    @Option(names = "--json", description = "As JSON: an object with every page, blog post and attachment.")
    boolean json;

    @Mixin
    SelectionOptions selected = new SelectionOptions();

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
        ScopeRef wanted = wanted();
        TreePreview preview = new TreePreview(connection.connect(url));
        preview.print(wanted, System.out, json);
        return ExitCode.DONE.code();
    }

    private ScopeRef wanted() {
        String command = scope.getFirst();
        if (!SCOPES.contains(command)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "'%s' is no scope. Say what to show as in 'sluice tree spaces ENG'.".formatted(command));
        }
        List<String> names = new ArrayList<>(scope.subList(1, scope.size()));
        if (personal && !command.equals("all-spaces")) {
            throw new CommandFailure(ExitCode.USAGE, "--personal goes with all-spaces only.");
        }
        if (personal) {
            names.add(Scope.PERSONAL);
        }
        ScopeRef ref = Scope.ref(command, names, depth, selected.selection());
        try {
            Scope.of(ref);
            return ref;
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }
}
