package dev.sluice.renderer.links;

import java.util.Map;
import java.util.Optional;

/**
 * What the export holds of others that a page shows.
 *
 * @param images pictures that are no attachments
 * @param people names by account id or user key
 */
public record Shown(PageBodies bodies, PageImages images, PersonNames people) {

    /** Of a page that shows no pictures that the export has, and where nobody's name is known. */
    static Shown only(PageBodies bodies) {
        return new Shown(bodies, new PageImages(Map.of()), _ -> Optional.empty());
    }
}
