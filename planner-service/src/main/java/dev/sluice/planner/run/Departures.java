package dev.sluice.planner.run;

import dev.sluice.confluence.Confluence;
import dev.sluice.confluence.ConfluenceException;
import dev.sluice.confluence.Whereabouts;
import dev.sluice.confluence.sites.Sites;
import dev.sluice.confluence.sites.UnknownSiteException;
import dev.sluice.pipeline.RunRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Tells, of the pages whose files a run has removed, the deleted ones from those that the account may not see any more, as
 * far as Confluence can be asked: a page that is neither in the trash nor anywhere else is restricted, or deleted for good.
 */
@ApplicationScoped
class Departures {

    private static final Logger LOG = Logger.getLogger(Departures.class);

    /** Ten requests; of more pages than that nobody reads where each went. */
    private static final int MOST = 2_500;

    private final Sites sites;
    private final RunRecords records;

    Departures(Sites sites, RunRecords records) {
        this.sites = sites;
        this.records = records;
    }

    /** Once more does no harm. Trouble with the site leaves the report as it is. */
    void explain(RunRef run) {
        List<RunItems.Departed> removed = records.departed(run.run(), MOST);
        Set<String> pages = new LinkedHashSet<>();
        removed.stream().filter(item -> !item.file()).forEach(page -> pages.add(page.pageId()));
        if (pages.isEmpty()) {
            return;
        }
        try {
            Confluence confluence = sites.open(run.site());
            long before = confluence.requests().all();
            Map<String, Whereabouts> found = confluence.whereabouts(pages);
            records.requested(run.run(), confluence.requests().all() - before);
            List<RunItems.Departed> departed = removed.stream()
                    .filter(item -> pages.contains(item.pageId()))
                    .toList();
            records.explain(run.run(), departed, found);
        } catch (ConfluenceException | UnknownSiteException e) {
            LOG.warnf("What became of removed pages is not known: runId=%s %s", run.run(), e.getMessage());
        }
    }
}
