package dev.sluice.fetcher.fetch;

import dev.sluice.confluence.sites.Sites;
import dev.sluice.confluence.sites.UnknownSiteException;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.RunRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a batch costs in requests, site by site. Runs of the same site that share a batch share its costs evenly. */
final class Expenses {

    private final Sites sites;
    private final Map<String, List<RunRef>> runs = new HashMap<>();
    private final Map<String, Long> before = new HashMap<>();

    private Expenses(Sites sites) {
        this.sites = sites;
    }

    static Expenses begin(Sites sites, List<Change> batch) {
        Expenses expenses = new Expenses(sites);
        Set<RunRef> distinct = new LinkedHashSet<>();
        for (Change change : batch) {
            switch (change) {
                case Change.Fetch fetch -> distinct.add(run(fetch.target()));
                case Change.Reuse reuse -> distinct.add(run(reuse.target()));
                case Change.Remove ignored -> {}
            }
        }
        for (RunRef run : distinct) {
            expenses.runs
                    .computeIfAbsent(run.site(), ignored -> new ArrayList<>())
                    .add(run);
            expenses.before.put(run.site(), expenses.requests(run.site()));
        }
        return expenses;
    }

    /** What was asked since the beginning; runs that cost nothing have no statement. */
    List<Outcome.Requested> end() {
        List<Outcome.Requested> statements = new ArrayList<>();
        runs.forEach((site, sharing) -> {
            long asked = requests(site) - before.getOrDefault(site, 0L);
            for (int i = 0; i < sharing.size(); i++) {
                long share = asked * (i + 1) / sharing.size() - asked * i / sharing.size();
                if (share > 0) {
                    statements.add(new Outcome.Requested(
                            sharing.get(i), UUID.randomUUID().toString(), share));
                }
            }
        });
        return statements;
    }

    private static RunRef run(Descriptor target) {
        return target.run();
    }

    private long requests(String site) {
        try {
            return sites.open(site).requests().all();
        } catch (UnknownSiteException e) {
            return 0;
        }
    }
}
