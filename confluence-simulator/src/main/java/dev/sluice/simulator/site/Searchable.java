package dev.sluice.simulator.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a query looks at. */
interface Searchable extends Sortable {

    /** What it is, in the word of the REST APIs. */
    String word();

    SpaceState space();

    List<String> labels();

    /** What it hangs under, or is attached to. */
    @Nullable
    PageState parent();
}
