package dev.sluice.systemtests.scenario;

import dev.sluice.systemtests.topology.TestSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The pages of a site's space as a tree, to choose from. */
record PageTree(TestSite site) {

    List<String> childrenOf(String page) {
        return site.pages().stream()
                .filter(child -> Objects.equals(site.content().page(child).parentId(), page))
                .toList();
    }

    /** The page and all below it. */
    List<String> below(String page) {
        List<String> all = new ArrayList<>(List.of(page));
        childrenOf(page).forEach(child -> all.addAll(below(child)));
        return all;
    }

    /** A page with a parent, and with at least {@code fewest} and at most {@code most} pages below it. */
    String branch(int fewest, int most) {
        return branchOutside(List.of(), fewest, most);
    }

    /** Like {@link #branch}, but none of these pages. */
    String branchOutside(List<String> others, int fewest, int most) {
        Optional<String> found = site.pages().stream()
                .filter(page -> site.content().page(page).parentId() != null)
                .filter(page -> below(page).stream().noneMatch(others::contains))
                .filter(page -> below(page).size() - 1 >= fewest && below(page).size() - 1 <= most)
                .findFirst();
        return found.orElseThrow(() -> new IllegalStateException("the site has no such branch"));
    }
}
