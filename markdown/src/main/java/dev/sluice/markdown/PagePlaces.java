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
    record Place(String id, String heading) {

        /** What no anchor of the page is called. */
        public static final Place NOWHERE = new Place("", "");
    }

    /**
     * The place that Confluence means by a name, in the forms of both products; {@link Place#NOWHERE} when the page has
     * none such; empty when it may have, in what it includes of others.
     */
    Optional<Place> find(String anchor);
}
