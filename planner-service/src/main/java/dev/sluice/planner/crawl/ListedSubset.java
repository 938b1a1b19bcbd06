package dev.sluice.planner.crawl;

import dev.sluice.confluence.Page;
import dev.sluice.confluence.WantedPages;
import dev.sluice.planner.path.IntList;
import dev.sluice.planner.path.Places;
import java.util.BitSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Some of the listed pages, by their numbers among the places; the pages themselves are on disk. */
final class ListedSubset implements WantedPages {

    private final Places places;
    private final BitSet wanted;
    private final BitSet archived;
    private final Supplier<Stream<Page>> pages;

    ListedSubset(Places places, BitSet wanted, BitSet archived, Supplier<Stream<Page>> pages) {
        this.places = places;
        this.wanted = wanted;
        this.archived = archived;
        this.pages = pages;
    }

    @Override
    public int size() {
        return wanted.cardinality();
    }

    @Override
    public boolean contains(String id) {
        int number = places.find(id);
        return number != IntList.NONE && wanted.get(number);
    }

    @Override
    public boolean isArchived(String id) {
        return contains(id) && archived.get(places.find(id));
    }

    @Override
    public boolean anyArchived() {
        return wanted.intersects(archived);
    }

    @Override
    public Stream<Page> stream() {
        return pages.get();
    }
}
