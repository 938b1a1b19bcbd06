package dev.sluice.renderer.links;

import dev.sluice.markdown.MarkdownConverter;
import dev.sluice.markdown.MarkdownOptions;
import dev.sluice.markdown.PagePlaces;
import dev.sluice.markdown.StoragePage;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the export holds of others that a page shows or leads to.
 *
 * @param images pictures that are no attachments
 * @param people names by account id or user key
 * @param reader finds the headings and anchors of other pages
 */
public record Shown(
        PageBodies bodies, PageImages images, PersonNames people, Function<StoragePage, PagePlaces> reader) {

    /** Of a page that shows no pictures that the export has, and where nobody's name is known. */
    static Shown only(PageBodies bodies) {
        MarkdownConverter converter = new MarkdownConverter(MarkdownOptions.defaults());
        return new Shown(bodies, new PageImages(Map.of()), _ -> Optional.empty(), converter::places);
    }
}
