package dev.sluice.systemtests.faults;

import dev.sluice.simulator.Mode;
import dev.sluice.systemtests.topology.ReplicatedServices;
import dev.sluice.systemtests.topology.TestBed;
import dev.sluice.systemtests.topology.TestSite;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs of replicated services while replicas are killed, join and leave, broker and database crash, S3 server and site
 * answer badly or not at all, and messages come twice or cannot be understood: every run ends, accounts for everything, and
 * leaves what an undisturbed one leaves. Short unless {@code -Dfaults.rounds=100} says for how long;
 * {@code -Dfaults.seed} plays a failure again.
 */
@ExtendWith(TestBed.class)
class FaultTest {

    /** So few that a failure is soon played again. */
    private static final int MOST_AT_ONCE = 10;

    /** The same each time: repeated messages, a bad S3 server and a crash of the database; a kill and the broker's. */
    private static final List<Long> SHORT = List.of(40L, 50L);

    private static final long NEW_SEED = System.currentTimeMillis() % 1_000_000_000;

    private static final Map<Mode, TestSite> SITES = new EnumMap<>(Mode.class);
    private static ReplicatedServices services;

    @BeforeAll
    static void start() throws Exception {
        for (Mode mode : Mode.values()) {
            // what fails for good shall do so soon
            SITES.put(mode, TestSite.start("unsteady-" + mode, mode, 1, Map.of("retries", "4")));
        }
        services = ReplicatedServices.start(SITES.values(), 2);
    }

    @AfterAll
    static void stop() {
        if (services != null) {
            services.close();
        }
        SITES.values().forEach(TestSite::close);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plans")
    void everyRunEndsAsIfNothingHadHappened(FaultPlan plan) {
        new Rounds(plan, services, Objects.requireNonNull(SITES.get(plan.mode()))).go();
    }

    static Stream<FaultPlan> plans() {
        Integer rounds = Integer.getInteger("faults.rounds");
        return rounds == null ? SHORT.stream().map(seed -> plan(seed, 1)) : longPlans(rounds);
    }

    private static Stream<FaultPlan> longPlans(int rounds) {
        long first = Long.getLong("faults.seed", NEW_SEED);
        List<FaultPlan> plans = new ArrayList<>();
        for (int done = 0; done < rounds; done += MOST_AT_ONCE) {
            plans.add(plan(first + done / MOST_AT_ONCE, Math.min(MOST_AT_ONCE, rounds - done)));
        }
        return plans.stream();
    }

    private static FaultPlan plan(long seed, int rounds) {
        return new FaultPlan(seed % 2 == 0 ? Mode.CLOUD : Mode.DATA_CENTER, seed, rounds);
    }
}
