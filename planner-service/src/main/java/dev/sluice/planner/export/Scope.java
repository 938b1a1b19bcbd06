package dev.sluice.planner.export;

import dev.sluice.pipeline.ScopeRef;
import java.util.List;

/** What an export covers. Repeating a scope changes nothing; scopes may overlap. */
public sealed interface Scope {

    /** These pages alone. */
    record Pages(List<String> ids) implements Scope {}

    /** These pages and everything below them. */
    record PagesWithDescendants(List<String> ids) implements Scope {}

    /** Every page of these spaces, whether or not it hangs under the home page. */
    record Spaces(List<String> keys) implements Scope {}

    /** Every page of every space that is visible; personal spaces only when asked for. */
    record AllSpaces(boolean personal) implements Scope {}

    /** Argument of {@code all-spaces} that includes personal spaces. */
    String PERSONAL = "personal";

    /** The scope that a command and its arguments name; {@link IllegalArgumentException} when they name none. */
    static Scope of(ScopeRef ref) {
        return switch (ref.command()) {
            case "pages" -> new Pages(numbers(ref));
            case "pages-with-descendants" -> new PagesWithDescendants(numbers(ref));
            case "spaces" -> new Spaces(some(ref));
            case "all-spaces" -> new AllSpaces(ref.args().contains(PERSONAL));
            default -> throw new IllegalArgumentException("Unknown scope: " + ref.command());
        };
    }

    private static List<String> some(ScopeRef ref) {
        if (ref.args().isEmpty()) {
            throw new IllegalArgumentException("The scope " + ref.command() + " needs at least one argument.");
        }
        return ref.args();
    }

    private static List<String> numbers(ScopeRef ref) {
        for (String id : some(ref)) {
            if (!id.matches("[0-9]{1,19}")) {
                throw new IllegalArgumentException(
                        "Not a page id: '" + id + "'. A page id is the number in the page's address.");
            }
        }
        return ref.args();
    }
}
