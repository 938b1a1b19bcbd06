package dev.sluice.planner.crawl;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.CommentFiles;
import dev.sluice.confluence.Confluence;
import dev.sluice.pipeline.CatalogEntry;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.export.Scope;
import dev.sluice.store.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The plans of a destination's runs: listed from Confluence, kept as catalogs. */
public final class Plans {

    private final ObjectStore store;
    private final Clock clock;

    /** Plans by the time of this machine. */
    public Plans(ObjectStore store) {
        this(store, Clock.systemUTC());
    }

    public Plans(ObjectStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Lists the scopes and writes the run's catalog; catalogs of earlier runs go. Fails with {@link
     * PlanException} or {@link dev.sluice.confluence.ConfluenceException}, and then leaves no complete catalog.
     */
    public Plan write(RunId run, Confluence confluence, List<ScopeRef> scopes, PlanForm form) {
        return listEverything(run, confluence, scopes, form, null);
    }

    /**
     * Asks only for what is new since the catalog before, and writes that one anew with it. Lists everything when that is
     * not possible, or when everything was listed longer ago than {@code longest}; the plan says why.
     */
    public Plan writeQuick(RunId run, Confluence confluence, List<ScopeRef> scopes, PlanForm form, Duration longest) {
        String obstacle = form.details().comments()
                ? "comments are exported"
                : QuickCrawler.obstacle(scopes.stream().map(Scope::of).toList());
        Optional<Listing> before = obstacle == null ? new EarlierListings(store).newest() : Optional.empty();
        if (obstacle == null) {
            obstacle = before.map(listing -> obstacle(listing.state(), scopes, longest))
                    .orElse("there is no earlier listing to go on from");
        }
        if (before.isEmpty() || !obstacle.isEmpty()) {
            before.ifPresent(listing -> listing.crawl().close());
            return listEverything(run, confluence, scopes, form, "Everything was listed, because " + obstacle + ".");
        }
        try (Crawl crawl = before.get().crawl()) {
            Listing listing = new QuickCrawler(confluence, crawl, before.get().state()).crawl(clock.instant());
            String since = listing.state()
                    .fullyListedAt()
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString();
            String note = "Quick: moves, deletions and permissions were last looked at on " + since
                    + "; a sync without --quick looks at them.";
            return write(run, confluence, listing, form, new Way(true, note));
        }
    }

    private String obstacle(ListingState state, List<ScopeRef> scopes, Duration longest) {
        if (!state.scopes().equals(scopes)) {
            return "the export has other scopes than when it was last listed";
        }
        boolean due = state.fullyListedAt().plus(longest).isBefore(clock.instant());
        return due
                ? "the last full listing, on "
                        + state.fullyListedAt().truncatedTo(ChronoUnit.MINUTES) + ", is more than "
                        + longest.toDays() + " days old"
                : "";
    }

    private Plan listEverything(
            RunId run, Confluence confluence, List<ScopeRef> scopes, PlanForm form, @Nullable String note) {
        Instant start = clock.instant();
        try (Crawl crawl = new Crawler(confluence).crawl(scopes)) {
            PageSet pages = crawl.pages();
            ListingState state = new ListingState(
                    scopes,
                    start,
                    start,
                    notAfter(start, pages.newestPage()),
                    notAfter(start, pages.newestFile()),
                    List.copyOf(pages.spaces()),
                    pages.ancestors(),
                    List.copyOf(pages.containers()),
                    List.copyOf(pages.archived()));
            return write(run, confluence, new Listing(crawl, state), form, new Way(false, note));
        }
    }

    /** Not later than the listing began: what was changed while it went on may have been listed before. */
    private static @Nullable Instant notAfter(Instant start, @Nullable Instant newest) {
        return newest != null && newest.isAfter(start) ? start : newest;
    }

    /** How a listing came about, and what the report says of it. */
    private record Way(boolean quick, @Nullable String note) {}

    private Plan write(RunId run, Confluence confluence, Listing listing, PlanForm form, Way way) {
        Crawl crawl = listing.crawl();
        PageSet pages = crawl.pages();
        DetailLister details =
                new DetailLister(confluence, form.details(), new CommentFiles(store, run)).list(pages.all());
        Catalog catalog = new Catalog(store, run);
        new EarlierListings(store).keep(run, listing.state());
        int resources;
        try (CatalogBuilder builder = new CatalogBuilder(crawl, form.templates())) {
            resources = catalog.write(builder.resources(details::of));
        }
        catalog.removeOthers();
        return new Plan(resources, pages.size(), pages.archived(), way.quick(), way.note());
    }

    /** With the files laid out as by default, and what listings say of pages without being asked for it. */
    public Plan write(RunId run, Confluence confluence, List<ScopeRef> scopes) {
        return write(run, confluence, scopes, PlanForm.DEFAULT);
    }

    /** Takes the run's catalog back: whoever works for the run sees that it is over. */
    public void withdraw(RunId run) {
        new Catalog(store, run).withdraw();
    }

    /** Hands over the entries of a complete catalog, file by file. */
    public void read(RunId run, Consumer<Stream<CatalogEntry>> reader) {
        new Catalog(store, run).read(reader);
    }
}
