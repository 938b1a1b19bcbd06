package dev.sluice.planner.crawl;

import dev.sluice.confluence.Confluence;
import dev.sluice.confluence.ConfluenceException;
import dev.sluice.confluence.Page;
import dev.sluice.confluence.Space;
import dev.sluice.planner.export.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which listed pages a scope selects. Labels and queries are looked up in Confluence's search index, a query each. */
final class PageFilter {

    /** More keys than these would make the address of the query too long. */
    private static final int MOST_SPACES = 50;

    private final boolean archived;
    private final @Nullable Set<String> wanted;
    private final Set<String> unwanted;

    private PageFilter(boolean archived, @Nullable Set<String> wanted, Set<String> unwanted) {
        this.archived = archived;
        this.wanted = wanted;
        this.unwanted = unwanted;
    }

    /** Asks Confluence what the selection means in these spaces. */
    static PageFilter of(Selection selection, Collection<Space> spaces, Confluence confluence) {
        List<String> conditions = new ArrayList<>();
        if (!selection.labels().isEmpty()) {
            conditions.add(labels(selection.labels()));
        }
        if (selection.cql() != null) {
            conditions.add("(" + selection.cql() + ")");
        }
        Set<String> wanted = conditions.isEmpty() ? null : search(conditions, selection, spaces, confluence);
        Set<String> unwanted = selection.withoutLabels().isEmpty()
                ? Set.of()
                : search(List.of(labels(selection.withoutLabels())), selection, spaces, confluence);
        return new PageFilter(selection.archived(), wanted, unwanted);
    }

    /** Why a page is not selected although its scope has it: because it is archived. */
    boolean isHidden(Page page) {
        return page.isArchived() && !archived;
    }

    boolean selects(Page page) {
        return !isHidden(page) && (wanted == null || wanted.contains(page.id())) && !unwanted.contains(page.id());
    }

    private static Set<String> search(
            List<String> conditions, Selection selection, Collection<Space> spaces, Confluence confluence) {
        List<String> all = new ArrayList<>(List.of("type in (page, blogpost)"));
        if (!spaces.isEmpty() && spaces.size() <= MOST_SPACES) {
            all.add("space in (" + quoted(spaces.stream().map(Space::key).toList()) + ")");
        }
        all.addAll(conditions);
        String cql = String.join(" and ", all);
        try (Stream<String> ids = confluence.search(cql, selection.archived())) {
            return ids.collect(Collectors.toSet());
        } catch (ConfluenceException e) {
            if (e.category() == ConfluenceException.Category.MALFORMED) {
                throw new PlanException(
                        "Confluence does not understand the query %s. Correct --cql: it may not hold an order by."
                                .formatted(cql));
            }
            throw e;
        }
    }

    private static String labels(SortedSet<String> labels) {
        return "label in (" + quoted(labels) + ")";
    }

    private static String quoted(Collection<String> values) {
        return values.stream()
                .map(value -> "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(", "));
    }
}
