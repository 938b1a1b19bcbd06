package dev.sluice.systemtests.model;

import dev.sluice.simulator.Mode;
import dev.sluice.systemtests.model.ModelPlan.Topology;
import dev.sluice.systemtests.topology.FourServices;
import dev.sluice.systemtests.topology.TestBed;
import dev.sluice.systemtests.topology.TestSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A site that changes at random, synced after every step, now and then disturbed: the copy is always what a fresh export
 * gives. Short unless {@code -Dmodel.steps=1000} says for how long; {@code -Dmodel.mode}, {@code -Dmodel.topology} and
 * {@code -Dmodel.seed} choose one of the walks, and play a failure again.
 */
@ExtendWith(TestBed.class)
class ModelTest {

    /** So long that a failure is soon played again. */
    private static final int LONGEST_WALK = 50;

    private static final long NEW_SEED = System.currentTimeMillis() % 1_000_000_000;

    private final FourServices services;

    ModelTest(FourServices services) {
        this.services = services;
    }

    /** Side by side where JUnit is told so: the products are two sites. */
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{0}")
    @MethodSource("plans")
    void everySyncGivesWhatAFreshExportGives(ModelPlan plan) {
        TestSite site = services.site("model", plan.mode());
        synchronized (site) {
            new Walk(plan, services, site).go();
        }
    }

    static Stream<ModelPlan> plans() {
        Integer steps = Integer.getInteger("model.steps");
        Stream<ModelPlan> plans = steps == null ? shortWalks() : longWalks(steps);
        return plans.filter(plan -> chosen("model.mode", plan.mode()) && chosen("model.topology", plan.topology()));
    }

    /** The same each time, so that the suite says the same of the same code: new seeds are for long walks. */
    private static Stream<ModelPlan> shortWalks() {
        return Stream.of(
                new ModelPlan(Mode.CLOUD, Topology.SERVICES, 4, 8),
                new ModelPlan(Mode.DATA_CENTER, Topology.SERVICES, 2, 8),
                new ModelPlan(Mode.CLOUD, Topology.SERVICES, 663_661_851, 5),
                new ModelPlan(Mode.DATA_CENTER, Topology.SERVICES, 663_661_851, 5),
                new ModelPlan(Mode.CLOUD, Topology.COMMAND, 3, 3));
    }

    private static Stream<ModelPlan> longWalks(int steps) {
        long first = Long.getLong("model.seed", NEW_SEED);
        List<ModelPlan> plans = new ArrayList<>();
        for (int done = 0; done < steps; done += LONGEST_WALK) {
            int some = Math.min(LONGEST_WALK, steps - done);
            long seed = first + done / LONGEST_WALK;
            for (Mode mode : Mode.values()) {
                for (Topology topology : Topology.values()) {
                    plans.add(new ModelPlan(mode, topology, seed, some));
                }
            }
        }
        return plans.stream();
    }

    private static boolean chosen(String property, Enum<?> value) {
        String wanted = System.getProperty(property);
        return wanted == null
                || wanted.toLowerCase(Locale.ROOT).equals(value.name().toLowerCase(Locale.ROOT));
    }
}
