package dev.sluice.confluence;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** How a product is asked for spaces. */
interface SpaceListings {

    /** See {@link Confluence#spaces}. */
    List<Space> withKeys(Collection<String> keys);

    /** See {@link Confluence#allSpaces}. */
    Stream<Space> all(boolean personal, boolean archived);
}
