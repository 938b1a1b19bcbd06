package dev.sluice.planner.crawl;

import dev.sluice.pipeline.Resource;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Two series of resources, both by the keys of their spaces, as one: of each space the first series comes first. */
final class MergedSpaces implements Iterator<Resource> {

    private final Iterator<? extends Resource> first;
    private final Iterator<? extends Resource> second;
    private @Nullable Resource nextOfFirst;
    private @Nullable Resource nextOfSecond;

    MergedSpaces(Iterator<? extends Resource> first, Iterator<? extends Resource> second) {
        this.first = first;
        this.second = second;
        this.nextOfFirst = first.hasNext() ? first.next() : null;
        this.nextOfSecond = second.hasNext() ? second.next() : null;
    }

    @Override
    public boolean hasNext() {
        return nextOfFirst != null || nextOfSecond != null;
    }

    @Override
    public Resource next() {
        Resource one = nextOfFirst;
        Resource other = nextOfSecond;
        if (one != null && (other == null || one.spaceKey().compareTo(other.spaceKey()) <= 0)) {
            nextOfFirst = first.hasNext() ? first.next() : null;
            return one;
        }
        if (other == null) {
            throw new NoSuchElementException();
        }
        nextOfSecond = second.hasNext() ? second.next() : null;
        return other;
    }
}
