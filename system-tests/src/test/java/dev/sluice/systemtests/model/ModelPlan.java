package dev.sluice.systemtests.model;

import dev.sluice.pipeline.ScopeRef;
import dev.sluice.simulator.Mode;
import dev.sluice.systemtests.topology.FourServices;
import dev.sluice.systemtests.topology.Installation;
import dev.sluice.systemtests.topology.TestSite;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one walk does: everything in it follows from these. */
record ModelPlan(Mode mode, Topology topology, long seed, int steps) {

    /** Where the copy is made. */
    enum Topology {
        SERVICES,
        COMMAND
    }

    /** Deaths cost time: a service has to start again. It would be missed by a walk beside this one. */
    int killsInHundred() {
        boolean alone = !Boolean.getBoolean("junit.jupiter.execution.parallel.enabled");
        return switch (topology) {
            case SERVICES -> alone ? 5 : 0;
            case COMMAND -> 30;
        };
    }

    /** The site has three spaces; what is exported of it depends on the seed. */
    private ScopeRef scope() {
        return Math.floorMod(seed, 4) == 0
                ? new ScopeRef("all-spaces", List.of())
                : new ScopeRef("spaces", List.of("ENG", "OPS"));
    }

    /** Every other seed tells labels and comments as well, changes them, and has blog posts and folders. */
    boolean details() {
        return Math.floorMod(seed, 2) == 0;
    }

    private Map<String, String> markdown() {
        return details() ? Map.of("labels", "on", "comments", "on") : Map.of();
    }

    ModelCopy newCopy(FourServices services, TestSite site) {
        return switch (topology) {
            case SERVICES -> newReference(services, site);
            case COMMAND -> new CommandCopy(site, scope(), details(), Installation.newFolder("model"));
        };
    }

    ModelCopy newReference(FourServices services, TestSite site) {
        Path folder = Installation.newFolder("fresh");
        return new ServicesCopy(services, services.newCopy(site, scope(), markdown(), folder), folder);
    }

    /** The command that does the same again as far as this many steps. */
    String upTo(int count) {
        return "./mvnw verify -Dquick -pl system-tests -am -Dtest=ModelTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dmodel.mode=%s -Dmodel.topology=%s -Dmodel.seed=%d -Dmodel.steps=%d"
                        .formatted(
                                mode.name().toLowerCase(Locale.ROOT),
                                topology.name().toLowerCase(Locale.ROOT),
                                seed,
                                count);
    }

    @Override
    public String toString() {
        return "%s, %s, seed %d, %d steps".formatted(mode, topology, seed, steps);
    }
}
