package dev.sluice.planner.export;

import dev.sluice.pipeline.ScopeRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an export covers. Repeating a scope changes nothing; scopes may overlap. */
public sealed interface Scope {

    /** These pages alone. */
    record Pages(List<String> ids, Selection selection) implements Scope {}

    /** These pages and everything below them, so many levels down. */
    record PagesWithDescendants(List<String> ids, int depth, Selection selection) implements Scope {}

    /** Every page of these spaces, whether or not it hangs under the home page, and their blog posts. */
    record Spaces(List<String> keys, Selection selection) implements Scope {}

    /** Every page and blog post of every space that is visible; personal spaces only when asked for. */
    record AllSpaces(boolean personal, Selection selection) implements Scope {}

    /** Argument of {@code all-spaces} that includes personal spaces. */
    String PERSONAL = "personal";

    Selection selection();

    /** The scope that a command and its arguments name; {@link IllegalArgumentException} when they name none. */
    static Scope of(ScopeRef ref) {
        ScopeArguments arguments = new ScopeArguments(ref);
        return switch (ref.command()) {
            case "pages" -> new Pages(numbers(arguments), arguments.selection());
            case "pages-with-descendants" ->
                new PagesWithDescendants(numbers(arguments), arguments.depth(), arguments.selection());
            case "spaces" -> new Spaces(arguments.someNames(), arguments.selection());
            case "all-spaces" -> new AllSpaces(personal(arguments), arguments.selection());
            default -> throw new IllegalArgumentException("Unknown scope: " + ref.command());
        };
    }

    /** A scope by its parts, the same for whatever order the options are given in. */
    static ScopeRef ref(String command, List<String> names, @Nullable Integer depth, Selection selection) {
        List<String> arguments = new ArrayList<>(names);
        if (depth != null) {
            arguments.add(ScopeArguments.DEPTH + "=" + depth);
        }
        arguments.addAll(selection.arguments());
        return new ScopeRef(command, arguments);
    }

    private static boolean personal(ScopeArguments arguments) {
        for (String name : arguments.names()) {
            if (!name.equals(PERSONAL)) {
                throw new IllegalArgumentException("The scope all-spaces does not take '" + name + "'.");
            }
        }
        return arguments.names().contains(PERSONAL);
    }

    private static List<String> numbers(ScopeArguments arguments) {
        for (String id : arguments.someNames()) {
            if (!id.matches("[0-9]{1,19}")) {
                throw new IllegalArgumentException(
                        "Not a page id: '" + id + "'. A page id is the number in the page's address.");
            }
        }
        return arguments.names();
    }
}
