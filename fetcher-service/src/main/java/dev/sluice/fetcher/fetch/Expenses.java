package dev.sluice.fetcher.fetch;

import dev.sluice.confluence.sites.Sites;
import dev.sluice.confluence.sites.UnknownSiteException;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.RunRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What batches cost in requests, site by site. A batch that ends pays for all that its site was asked since the last one did:
 * where several are in work nobody can tell whose a request was. Runs of the same site that share a batch share its costs evenly.
 */
final class Expenses {

    private final Sites sites;
    private final Map<String, Account> accounts = new HashMap<>();

    /** Batches of a site that are in work, and how much of what it was asked somebody has paid for. */
    private static final class Account {
        private int open;
        private long paid;
    }

    Expenses(Sites sites) {
        this.sites = sites;
    }

    /** The batch is in work from now on. */
    Bill open(List<Change> batch) {
        Map<String, Set<RunRef>> runs = new LinkedHashMap<>();
        for (Change change : batch) {
            switch (change) {
                case Change.Fetch fetch -> add(fetch.target(), runs);
                case Change.Reuse reuse -> add(reuse.target(), runs);
                case Change.Remove ignored -> {}
            }
        }
        runs.keySet().forEach(this::begin);
        return new Bill(runs);
    }

    private static void add(Descriptor target, Map<String, Set<RunRef>> runs) {
        runs.computeIfAbsent(target.run().site(), ignored -> new LinkedHashSet<>())
                .add(target.run());
    }

    private synchronized void begin(String site) {
        Account account = account(site);
        if (account.open++ == 0) {
            account.paid = requests(site);
        }
    }

    private synchronized long end(String site) {
        Account account = account(site);
        long asked = requests(site);
        long due = asked - account.paid;
        account.paid = asked;
        account.open--;
        return due;
    }

    private Account account(String site) {
        return accounts.computeIfAbsent(site, ignored -> new Account());
    }

    private long requests(String site) {
        try {
            return sites.open(site).requests().all();
        } catch (UnknownSiteException e) {
            return 0;
        }
    }

    /** The costs of one batch. */
    final class Bill {

        private final Map<String, Set<RunRef>> runs;

        private Bill(Map<String, Set<RunRef>> runs) {
            this.runs = runs;
        }

        /** The batch is done; runs that cost nothing have no statement. */
        List<Outcome.Requested> settle() {
            List<Outcome.Requested> statements = new ArrayList<>();
            runs.forEach((site, some) -> {
                List<RunRef> sharing = List.copyOf(some);
                long due = end(site);
                for (int i = 0; i < sharing.size(); i++) {
                    long share = due * (i + 1) / sharing.size() - due * i / sharing.size();
                    if (share > 0) {
                        statements.add(new Outcome.Requested(
                                sharing.get(i), UUID.randomUUID().toString(), share));
                    }
                }
            });
            return statements;
        }
    }
}
