package dev.sluice.planner.crawl;

import dev.sluice.confluence.Page;
import dev.sluice.confluence.Space;
import dev.sluice.planner.path.IntList;
import dev.sluice.planner.path.SpaceRoot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Numbers spaces. Listings that were made at different times may describe one differently: one description is kept. */
final class SpaceNumbers {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Described> spaces = new ArrayList<>();

    private final Map<String, Space> listed = new HashMap<>();
    private final Map<String, Space> exported = new HashMap<>();

    /** What the listing of this page says of its space. */
    private record Described(Space space, String page) {

        /** One that has a home page counts, of these that of the lowest page, so that the order of arrival does not. */
        boolean isBetterThan(Described other) {
            if (space.homepageId() == null || other.space().homepageId() == null) {
                return space.homepageId() != null
                        || (other.space().homepageId() == null && page.compareTo(other.page()) > 0);
            }
            return page.compareTo(other.page()) < 0;
        }
    }

    /** The number of a page's space. */
    int number(Page page) {
        Described described = new Described(page.space(), page.id());
        int number = numbers.computeIfAbsent(page.space().id(), _ -> numbers.size());
        if (number == spaces.size()) {
            spaces.add(described);
        } else if (described.isBetterThan(spaces.get(number))) {
            spaces.set(number, described);
        }
        return number;
    }

    /** Spaces that are listed themselves. */
    void list(Collection<Space> more) {
        more.forEach(space -> listed.put(space.id(), space));
    }

    /** A space of which a page is exported. */
    void export(Space space) {
        exported.putIfAbsent(space.id(), space);
    }

    /** Both, in the order of their ids. */
    Collection<Space> exported() {
        Map<String, Space> spaces = new TreeMap<>(listed);
        exported.forEach(spaces::putIfAbsent);
        return spaces.values();
    }

    /** {@link IntList#NONE} when no page was in it. */
    int find(String spaceId) {
        return numbers.getOrDefault(spaceId, IntList.NONE);
    }

    /** The space as far as paths are made of it. */
    SpaceRoot root(int number) {
        Space space = spaces.get(number).space();
        return new SpaceRoot(space.id(), space.key(), space.name(), space.homepageId());
    }
}
