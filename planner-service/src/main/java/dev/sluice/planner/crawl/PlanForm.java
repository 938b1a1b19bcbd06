package dev.sluice.planner.crawl;

import dev.sluice.planner.path.PathTemplates;

/** How an export wants its plans: where files lie, and what of pages is listed besides themselves. */
public record PlanForm(PathTemplates templates, WantedDetails details) {

    /** Files as by default, and what listings say without being asked for it. */
    public static final PlanForm DEFAULT = new PlanForm(PathTemplates.DEFAULTS, WantedDetails.AS_LISTED);
}
