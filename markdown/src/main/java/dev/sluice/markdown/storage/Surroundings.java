package dev.sluice.markdown.storage;

import dev.sluice.markdown.LinkResolver;
import dev.sluice.markdown.MarkdownOptions;
import dev.sluice.markdown.StoragePage;
import java.util.List;
import java.util.Set;

/**
 * What the renderers know beside the element at hand.
 *
 * @param page whose body is rendered; its output path is that of the page it is shown in
 * @param wantedAnchors the fragments that links of this page name, as they stand and decoded
 * @param trail the paths of the pages that are being shown, each within the one before
 */
record Surroundings(
        StoragePage page,
        LinkResolver links,
        MarkdownOptions options,
        Set<String> wantedAnchors,
        Findings findings,
        Bodies bodies,
        List<String> trail) {

    /** Whether the page is shown within another. */
    boolean included() {
        return trail.size() > 1;
    }
}
