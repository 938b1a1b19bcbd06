package dev.sluice.cli.command;

import dev.sluice.planner.export.Selection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which pages of a scope are exported; they are kept with the scope. */
final class SelectionOptions {

    @Option(names = "--archived", description = "Archived pages, too; with all-spaces, archived spaces as well.")
    boolean archived;

    @Option(names = "--label", paramLabel = "LABEL", description = "Only what has this label, or another one given.")
    List<String> labels = List.of();

    @Option(names = "--exclude-label", paramLabel = "LABEL", description = "Nothing that has this label.")
    List<String> withoutLabels = List.of();

    @Option(names = "--cql", paramLabel = "QUERY", description = "Only what this query in CQL finds.")
    @Nullable
    String cql;

    Selection selection() {
        return new Selection(archived, new TreeSet<>(labels), new TreeSet<>(withoutLabels), cql);
    }
}
