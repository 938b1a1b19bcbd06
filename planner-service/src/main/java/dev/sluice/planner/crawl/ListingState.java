package dev.sluice.planner.crawl;

import dev.sluice.confluence.Container;
import dev.sluice.confluence.Page;
import dev.sluice.confluence.Space;
import dev.sluice.pipeline.ScopeRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a listing knew besides its resources, kept with the catalog: a later run that asks only for what is new goes on
 * from here, and lays out the same paths.
 *
 * @param scopes that were listed
 * @param listedAt when the listing began, by our clock
 * @param fullyListedAt when the last listing of everything began, by our clock
 * @param pagesUntil the newest version of a page or blog post that was listed, by the site's clock; null when there was
 *     none
 * @param filesUntil the same of attachments
 * @param spaces of the resources
 * @param ancestors pages that are not exported, but give their titles to paths
 * @param containers folders and the like that do
 * @param archived ids of pages that are left out because they are archived
 */
record ListingState(
        List<ScopeRef> scopes,
        Instant listedAt,
        Instant fullyListedAt,
        @Nullable Instant pagesUntil,
        @Nullable Instant filesUntil,
        List<Space> spaces,
        List<Page> ancestors,
        List<Container> containers,
        List<String> archived) {}
