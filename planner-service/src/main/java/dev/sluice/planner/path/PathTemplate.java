package dev.sluice.planner.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A path with variables in braces, such as <code>{space_key}/{ancestor_titles}/{page_title}.md</code>. Whatever the values
 * are, what comes out is a relative path of safe names.
 */
final class PathTemplate {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    private final List<String> components;

    private PathTemplate(List<String> components) {
        this.components = components;
    }

    /**
     * Checks a template.
     *
     * @param known variables that have one value
     * @param lists variables that have any number of values: each makes a component of its own
     * @param distinguishing variables of which one must be there, lest every file have the same path
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    static PathTemplate parse(String template, Set<String> known, Set<String> lists, Set<String> distinguishing) {
        List<String> components = Arrays.asList(template.split("/", -1));
        Set<String> used = new TreeSet<>();
        for (int i = 0; i < components.size(); i++) {
            String component = components.get(i);
            Set<String> variables = variables(component);
            used.addAll(variables);
            requireKnown(template, variables, known, lists);
            requireListsAlone(template, component, variables, lists);
            requireSafe(template, component, i == components.size() - 1);
        }
        if (distinguishing.stream().noneMatch(used::contains)) {
            throw wrong(template, "needs one of " + braced(distinguishing));
        }
        return new PathTemplate(components);
    }

    private static Set<String> variables(String component) {
        return VARIABLE.matcher(component)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static void requireKnown(String template, Set<String> variables, Set<String> known, Set<String> lists) {
        for (String variable : variables) {
            if (!known.contains(variable) && !lists.contains(variable)) {
                Set<String> all = new TreeSet<>(known);
                all.addAll(lists);
                throw wrong(template, "has the unknown variable {" + variable + "}; there are " + braced(all));
            }
        }
    }

    private static void requireListsAlone(String template, String component, Set<String> variables, Set<String> lists) {
        for (String variable : variables) {
            if (lists.contains(variable) && !component.equals("{" + variable + "}")) {
                throw wrong(template, "must have {" + variable + "} alone between slashes");
            }
        }
    }

    private static void requireSafe(String template, String component, boolean last) {
        String filled = VARIABLE.matcher(component).replaceAll("x");
        String sample = last && filled.endsWith(".md") ? filled.substring(0, filled.length() - 3) : filled;
        if (sample.isEmpty()) {
            throw wrong(template, "has an empty part; it must be relative, without two slashes in a row");
        }
        if (sample.indexOf('{') >= 0 || sample.indexOf('}') >= 0) {
            throw wrong(template, "has a brace without its counterpart");
        }
        if (!SafeName.isOurs(sample) && !sample.equals(SafeName.ofTitle(sample))) {
            throw wrong(template, "has the part '" + component + "', which is no name on every system");
        }
    }

    private static IllegalArgumentException wrong(String template, String problem) {
        return new IllegalArgumentException("The path template '" + template + "' " + problem + ".");
    }

    private static String braced(Set<String> names) {
        return names.stream().sorted().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
    }

    /**
     * The names that the path consists of, the last one as it stands in the template, not made safe yet. Components
     * whose values are all empty are left out. Values in lists are safe names already.
     */
    List<String> expand(Map<String, String> values, Map<String, List<String>> lists) {
        List<String> names = new ArrayList<>();
        for (String component : components.subList(0, components.size() - 1)) {
            String variable = component.substring(1, Math.max(1, component.length() - 1));
            List<String> many = lists.get(variable);
            if (many != null && component.equals("{" + variable + "}")) {
                names.addAll(many);
            } else {
                String name = fill(component, values);
                if (!name.isEmpty()) {
                    names.add(component.equals(name) ? name : SafeName.ofTitle(name));
                }
            }
        }
        names.add(fill(components.getLast(), values));
        return names;
    }

    private static String fill(String component, Map<String, String> values) {
        return VARIABLE.matcher(component)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), "")));
    }
}
