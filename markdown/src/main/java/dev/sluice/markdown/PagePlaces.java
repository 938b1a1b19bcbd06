package dev.sluice.markdown;

import java.util.Optional;

/** The headings and anchors of a page that links of other pages may lead to. */
public interface PagePlaces {

    /**
     * A place of a page.
     *
     * @param id what stands behind the hash of an address
     * @param heading the text of the heading that it is, or is below; empty when there is none
     */
    record Place(String id, String heading) {}

    /** The place that Confluence means by a name, in the forms of both products; empty when the page has none such. */
    Optional<Place> find(String anchor);
}
