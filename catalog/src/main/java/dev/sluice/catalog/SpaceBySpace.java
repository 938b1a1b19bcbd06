package dev.sluice.catalog;

import dev.sluice.pipeline.CatalogEntry;
import dev.sluice.pipeline.Resource;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Numbers resources, and says where those of another space begin. */
final class SpaceBySpace {

    private final Iterator<Resource> resources;
    private @Nullable Resource next;
    private int count;

    SpaceBySpace(Iterator<Resource> resources) {
        this.resources = resources;
        advance();
    }

    private void advance() {
        next = resources.hasNext() ? resources.next() : null;
    }

    boolean hasNext() {
        return next != null;
    }

    /** How many have been given a number. */
    int count() {
        return count;
    }

    /** Of the resources that come next. */
    String spaceKey() {
        return require().spaceKey();
    }

    private Resource require() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        return next;
    }

    /** Those of this space, to be taken to the end before anything else is asked for. */
    Iterator<CatalogEntry> entries() {
        String space = spaceKey();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return next != null && next.spaceKey().equals(space);
            }

            @Override
            public CatalogEntry next() {
                CatalogEntry entry = new CatalogEntry(count++, require());
                advance();
                return entry;
            }
        };
    }
}
