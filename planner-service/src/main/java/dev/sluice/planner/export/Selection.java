package dev.sluice.planner.export;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of a scope are exported.
 *
 * @param archived whether archived pages are, and, of all spaces, the archived ones
 * @param labels only what has one of these; all when there are none
 * @param withoutLabels nothing that has one of these
 * @param cql only what this query finds; null for all
 */
public record Selection(
        boolean archived,
        SortedSet<String> labels,
        SortedSet<String> withoutLabels,
        @Nullable String cql) {

    /** Every page that is in use. */
    public static final Selection ALL = new Selection(false, new TreeSet<>(), new TreeSet<>(), null);

    public Selection {
        labels = new TreeSet<>(labels);
        withoutLabels = new TreeSet<>(withoutLabels);
    }

    /** As arguments of a scope, equal for equal selections. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        if (archived) {
            arguments.add(ScopeArguments.ARCHIVED);
        }
        labels.forEach(label -> arguments.add(ScopeArguments.LABEL + "=" + label));
        withoutLabels.forEach(label -> arguments.add(ScopeArguments.EXCLUDE_LABEL + "=" + label));
        if (cql != null) {
            arguments.add(ScopeArguments.CQL + "=" + cql);
        }
        return arguments;
    }
}
