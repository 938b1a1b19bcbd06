package dev.sluice.planner.run;

import dev.sluice.confluence.Confluence;
import dev.sluice.confluence.ConfluenceException;
import dev.sluice.confluence.sites.Sites;
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
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Brings a run from its request to published descriptors: lists, writes the catalog, publishes from it. A planner that
 * died meanwhile lists again, or publishes again from the complete catalog.
 */
@ApplicationScoped
class Planning {

    private static final Logger LOG = Logger.getLogger(Planning.class);

    private final Sites sites;
    private final Stores stores;
    private final PlannerConfig config;
    private final RunRecords records;
    private final Steps steps;
    private final DescriptorPublisher descriptors;
    private volatile boolean stopping;

    @SuppressWarnings("ParameterNumber") // each is a port of its own
    Planning(
            Sites sites,
            Stores stores,
            PlannerConfig config,
            RunRecords records,
            Steps steps,
            DescriptorPublisher descriptors) {
        this.sites = sites;
        this.stores = stores;
        this.config = config;
        this.records = records;
        this.steps = steps;
        this.descriptors = descriptors;
    }

    /** Goes on from wherever the run is. Blocks for as long as listing and publishing take. */
    void carryOn(RunId id) {
        PlanningOrder order = records.order(id);
        if (endedByCancelling(order)) {
            return;
        }
        try {
            switch (order.state()) {
                case PLANNING -> {
                    if (catalog(order)) {
                        publish(order.run());
                    } else {
                        endedByCancelling(order);
                    }
                }
                case PUBLISHING -> publish(order.run());
                case RUNNING, RETRYING, CLOSING, FOLLOWING_UP, SEALING ->
                    records.pending(id).ifPresent(steps::take);
                case SUCCEEDED, INCOMPLETE, FAILED, INTERRUPTED, CANCELLED -> {}
            }
        } catch (RuntimeException e) {
            if (stopping) {
                LOG.infof("Planning was cut short by the end of this process: runId=%s", id);
                return;
            }
            // whoever cancels the run interrupts its planning
            Thread.interrupted();
            if (!endedByCancelling(order)) {
                fail(order.run(), e);
            }
        }
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
        new Identity(store).claim(run.destination(), order.export(), sites.isAnonymous(run.site()));
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

    private void publish(RunRef run) {
        int resources = descriptors.publishAll(run, () -> records.isOver(run.run()));
        steps.take(new Step.Publish(new RunEvent.Planned(run, resources)));
        records.published(run.run()).ifPresent(steps::take);
    }
}
