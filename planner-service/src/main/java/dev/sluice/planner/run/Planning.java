package dev.sluice.planner.run;

import dev.sluice.catalog.MissingCatalogException;
import dev.sluice.confluence.Confluence;
import dev.sluice.confluence.ConfluenceException;
import dev.sluice.confluence.sites.Sites;
import dev.sluice.confluence.sites.UnknownSiteException;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.crawl.Plan;
import dev.sluice.planner.crawl.PlanException;
import dev.sluice.planner.crawl.PlanForm;
import dev.sluice.planner.crawl.Plans;
import dev.sluice.planner.crawl.WantedDetails;
import dev.sluice.planner.export.AnonymousViewException;
import dev.sluice.planner.export.Identity;
import dev.sluice.planner.export.WrongSiteException;
import dev.sluice.planner.path.PathTemplates;
import dev.sluice.store.ObjectStore;
import dev.sluice.store.StoreException;
import dev.sluice.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Brings a run from its request to published descriptors: lists, writes the catalog, publishes from it. A planner that
 * died meanwhile lists again, or publishes again from the complete catalog.
 */
@ApplicationScoped
class Planning {

    private static final Logger LOG = Logger.getLogger(Planning.class);

    /** After as many disturbances it is none. */
    private static final int MOST_DISTURBANCES = 8;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final int DOUBLINGS = 6;

    private final Sites sites;
    private final Stores stores;
    private final PlannerConfig config;
    private final RunRecords records;
    private final Steps steps;
    private final DescriptorPublisher descriptors;
    private final RunLedger ledger;
    private volatile boolean stopping;

    @SuppressWarnings("ParameterNumber") // each is a port of its own
    Planning(
            Sites sites,
            Stores stores,
            PlannerConfig config,
            RunRecords records,
            Steps steps,
            DescriptorPublisher descriptors,
            RunLedger ledger) {
        this.sites = sites;
        this.stores = stores;
        this.config = config;
        this.records = records;
        this.steps = steps;
        this.descriptors = descriptors;
        this.ledger = ledger;
    }

    /**
     * Goes on from wherever the run is. Blocks for as long as listing and publishing take, and while database or broker are
     * away.
     */
    void carryOn(RunId id) {
        for (int failures = 0; !goesOn(id, failures); failures++) {
            pause(failures);
        }
    }

    /** Whether nothing is left to be done here; otherwise it is to be tried again. */
    private boolean goesOn(RunId id, int failures) {
        try {
            goOn(id, failures);
            return true;
        } catch (RuntimeException e) {
            if (stopping) {
                LOG.infof("Planning was cut short by the end of this process: runId=%s", id);
                return true;
            }
            // whoever cancels the run interrupts its planning
            Thread.interrupted();
            LOG.warnf(e, "Planning was disturbed, and goes on: runId=%s", id);
            return false;
        }
    }

    private static void pause(int failures) {
        try {
            Thread.sleep(FIRST_PAUSE.multipliedBy(1L << Math.min(failures, DOUBLINGS)));
        } catch (InterruptedException e) {
            LOG.debug("There may be news: looking at once.");
        }
    }

    private void goOn(RunId id, int failures) {
        PlanningOrder order = records.order(id);
        if (endedByCancelling(order)) {
            return;
        }
        switch (order.state()) {
            case PLANNING -> plan(order, failures);
            case PUBLISHING -> publish(order.run(), failures);
            case RUNNING, RETRYING, CLOSING, FOLLOWING_UP, SEALING ->
                records.pending(id).ifPresent(steps::take);
            case SUCCEEDED, INCOMPLETE, FAILED, INTERRUPTED, CANCELLED -> {}
        }
    }

    private void plan(PlanningOrder order, int failures) {
        try {
            if (!catalog(order)) {
                endedByCancelling(order);
                return;
            }
        } catch (RuntimeException e) {
            // whoever cancels the run interrupts its planning
            if (stopping || Thread.interrupted() || (failures < MOST_DISTURBANCES && isDisturbance(e))) {
                throw e;
            }
            if (!endedByCancelling(order)) {
                fail(order.run(), e);
            }
            return;
        }
        publish(order.run(), failures);
    }

    /** Whether it says nothing of the site, the destination or what was asked for: then database or broker may be away. */
    private static boolean isDisturbance(RuntimeException e) {
        return switch (e) {
            case PlanException _, AnonymousViewException _, WrongSiteException _, UnknownSiteException _ -> false;
            case ConfluenceException _, StoreException _, IllegalArgumentException _ -> false;
            default -> true;
        };
    }

    private boolean endedByCancelling(PlanningOrder order) {
        boolean cancelled = order.state() == RunState.PLANNING
                && records.endIfCancelled(order.run().run());
        if (cancelled) {
            steps.cancelled(order.run());
        }
        return cancelled;
    }

    /** From now on a failure is taken for a consequence of the end of this process, and fails no run. */
    void stop() {
        stopping = true;
    }

    private void fail(RunRef run, RuntimeException e) {
        LOG.warnf(e, "Run could not be planned: runId=%s", run.run());
        String message = String.valueOf(e.getMessage());
        switch (e) {
            case PlanException ignored -> steps.fail(run, null, message);
            case AnonymousViewException ignored -> steps.fail(run, null, message);
            case WrongSiteException ignored -> steps.fail(run, null, message);
            case ConfluenceException refused -> steps.fail(run, category(refused), message);
            case StoreException ignored -> steps.fail(run, FailureCategory.DESTINATION, message);
            default ->
                steps.fail(
                        run,
                        FailureCategory.INTERNAL,
                        "Planning failed by a defect in Sluice (%s); see the log.".formatted(e));
        }
    }

    private static FailureCategory category(ConfluenceException refused) {
        return switch (refused.category()) {
            case NOT_AUTHORISED, FORBIDDEN -> FailureCategory.NOT_AUTHORISED;
            case THROTTLED -> FailureCategory.THROTTLED;
            case UNAVAILABLE -> FailureCategory.UNAVAILABLE;
            case NOT_FOUND, MALFORMED -> FailureCategory.MALFORMED;
        };
    }

    private boolean catalog(PlanningOrder order) {
        RunRef run = order.run();
        ObjectStore store = stores.open(run.destination());
        boolean anonymous = sites.isAnonymous(run.site());
        new Identity(store).claim(run.destination(), order.export(), anonymous);
        if (anonymous) {
            records.asksAsNobody(run.run());
        }
        Plan plan = list(order, new Plans(store));
        LOG.infof("Run planned: runId=%s resources=%d", run.run(), plan.resources());
        return records.cataloged(run.run(), plan);
    }

    private Plan list(PlanningOrder order, Plans plans) {
        RunId id = order.run().run();
        Confluence confluence = sites.open(order.run().site());
        long before = confluence.requests().all();
        try {
            List<ScopeRef> scopes = order.export().scopes();
            PlanForm form = new PlanForm(
                    PathTemplates.of(order.export().paths()),
                    WantedDetails.of(order.run().markdownSettings()));
            return order.quick()
                    ? plans.writeQuick(id, confluence, scopes, form, config.fullListingEvery())
                    : plans.write(id, confluence, scopes, form);
        } finally {
            records.requested(id, confluence.requests().all() - before);
        }
    }

    /** What is published already goes its way: a run that cannot be published as a whole ends incomplete. */
    private void publish(RunRef run, int failures) {
        try {
            int resources = descriptors.publishAll(run, () -> records.isOver(run.run()));
            steps.take(new Step.Publish(new RunEvent.Planned(run, resources)));
            records.published(run.run()).ifPresent(steps::take);
        } catch (MissingCatalogException e) {
            giveUp(run, e);
        } catch (StoreException e) {
            if (failures < MOST_DISTURBANCES) {
                throw e;
            }
            giveUp(run, e);
        }
    }

    private void giveUp(RunRef run, RuntimeException e) {
        LOG.warnf(e, "Run could not be published: runId=%s", run.run());
        ledger.breakOff(
                        run.run(),
                        "Not all of it could be published; the next run goes on from here. " + e.getMessage())
                .ifPresent(steps::take);
    }
}
