package dev.sluice.planner.export;

import dev.sluice.pipeline.ScopeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The arguments of a scope: names, and options that begin with two hyphens. */
final class ScopeArguments {

    static final String ARCHIVED = "--archived";
    static final String LABEL = "--label";
    static final String EXCLUDE_LABEL = "--exclude-label";
    static final String CQL = "--cql";
    static final String DEPTH = "--depth";

    private static final Set<String> FLAGS = Set.of(ARCHIVED);
    private static final Set<String> REPEATED = Set.of(LABEL, EXCLUDE_LABEL);

    private final String command;
    private final List<String> names = new ArrayList<>();
    private final Map<String, List<String>> options = new TreeMap<>();

    ScopeArguments(ScopeRef ref) {
        this.command = ref.command();
        for (String argument : ref.args()) {
            if (argument.startsWith("--")) {
                add(argument);
            } else {
                names.add(argument);
            }
        }
    }

    private void add(String argument) {
        int equals = argument.indexOf('=');
        String option = equals < 0 ? argument : argument.substring(0, equals);
        String value = equals < 0 ? "" : argument.substring(equals + 1).strip();
        if (value.isEmpty() != FLAGS.contains(option)) {
            throw new IllegalArgumentException(
                    FLAGS.contains(option) ? option + " takes no value." : option + " needs a value.");
        }
        List<String> values = options.computeIfAbsent(option, _ -> new ArrayList<>());
        if (!values.isEmpty() && !REPEATED.contains(option)) {
            throw new IllegalArgumentException(option + " can be given once only.");
        }
        values.add(value);
    }

    List<String> names() {
        return List.copyOf(names);
    }

    List<String> someNames() {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("The scope " + command + " needs at least one argument.");
        }
        return names();
    }

    /** Greatest number of levels; all when not said. */
    int depth() {
        List<String> values = options.remove(DEPTH);
        if (values == null) {
            return Integer.MAX_VALUE;
        }
        String depth = values.getFirst();
        if (!depth.matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException("Not a depth: '" + depth + "'. Give a number of levels, such as 2.");
        }
        return Integer.parseInt(depth);
    }

    /** To be asked for last: what is left over is no option of the scope. */
    Selection selection() {
        boolean archived = options.remove(ARCHIVED) != null;
        List<String> labels = taken(LABEL);
        List<String> without = taken(EXCLUDE_LABEL);
        List<String> cql = taken(CQL);
        if (!options.isEmpty()) {
            throw new IllegalArgumentException(
                    "The scope " + command + " does not take " + String.join(", ", options.keySet()) + ".");
        }
        return new Selection(
                archived, new TreeSet<>(labels), new TreeSet<>(without), cql.isEmpty() ? null : cql.getFirst());
    }

    private List<String> taken(String option) {
        List<String> values = options.remove(option);
        return values == null ? List.of() : values;
    }
}
