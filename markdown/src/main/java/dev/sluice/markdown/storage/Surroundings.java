package dev.sluice.markdown.storage;

import dev.sluice.markdown.LinkResolver;
import dev.sluice.markdown.MarkdownOptions;
import dev.sluice.markdown.StoragePage;
import java.util.Set;

/**
 * What the renderers know beside the element at hand.
 *
 * @param wantedAnchors the fragments that links of this page name, as they stand and decoded
 */
record Surroundings(
        StoragePage page, LinkResolver links, MarkdownOptions options, Set<String> wantedAnchors, Findings findings) {}
