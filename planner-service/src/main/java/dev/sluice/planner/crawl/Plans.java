package dev.sluice.planner.crawl;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.CommentFiles;
import dev.sluice.confluence.Confluence;
import dev.sluice.pipeline.CatalogEntry;
import dev.sluice.pipeline.PageDetails;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.store.ObjectStore;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The plans of a destination's runs: listed from Confluence, kept as catalogs. */
public final class Plans {

    private final ObjectStore store;

    public Plans(ObjectStore store) {
        this.store = store;
    }

    /**
     * Lists the scopes and writes the run's catalog; catalogs of earlier runs go. Fails with {@link
     * PlanException} or {@link dev.sluice.confluence.ConfluenceException}, and then leaves no complete catalog.
     */
    public Plan write(RunId run, Confluence confluence, List<ScopeRef> scopes, PlanForm form) {
        Crawl crawl = new Crawler(confluence).crawl(scopes);
        Map<String, PageDetails> details = new DetailLister(confluence, form.details(), new CommentFiles(store, run))
                .of(crawl.pages().exported());
        Catalog catalog = new Catalog(store, run);
        int resources = catalog.write(CatalogBuilder.resources(crawl, form.templates(), details));
        catalog.removeOthers();
        return new Plan(resources, crawl.pages().exported().size());
    }

    /** With the files laid out as by default, and what listings say of pages without being asked for it. */
    public Plan write(RunId run, Confluence confluence, List<ScopeRef> scopes) {
        return write(run, confluence, scopes, PlanForm.DEFAULT);
    }

    /** Hands over the entries of a complete catalog, file by file. */
    public void read(RunId run, Consumer<Stream<CatalogEntry>> reader) {
        new Catalog(store, run).read(reader);
    }
}
