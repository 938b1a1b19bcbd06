package dev.sluice.systemtests.faults;

import dev.sluice.store.StorageGate;
import dev.sluice.systemtests.model.Disturbance;
import dev.sluice.systemtests.topology.ReplicatedServices;
import dev.sluice.systemtests.topology.Service;
import dev.sluice.systemtests.topology.TestSite;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** The troubles of one round, drawn at random: one to four of them, each at some moment, and for some time. */
final class Troubles {

    private static final double EARLY = 0.3;
    private static final Duration LONG_OUTAGE = Duration.ofSeconds(60);
    private static final List<Service> REPLICATED = List.of(Service.DETECTOR, Service.FETCHER, Service.RENDERER);

    private final ReplicatedServices services;
    private final TestSite site;
    private final Random random;
    private final Timeline timeline;
    private boolean excuse;

    /** {@code events} is told of what happens when. */
    Troubles(ReplicatedServices services, TestSite site, Random random, List<String> events) {
        this.services = services;
        this.site = site;
        this.random = random;
        this.timeline = new Timeline(events);
    }

    /** Lets all of them happen within the {@code usual} time of a run, unless it is {@code over}; afterwards everything is in order again. */
    void strike(Duration usual, BooleanSupplier over) {
        for (int i = random.nextInt(4); i >= 0; i--) {
            Trouble trouble = Trouble.any(random);
            Random numbers = new Random(random.nextLong());
            // one of them early, so that hardly a run gets away
            double share = numbers.nextDouble() * (i == 0 ? EARLY : 1);
            timeline.after(Duration.ofMillis((long) (share * usual.toMillis())), () -> begin(trouble, numbers));
        }
        timeline.play(over);
    }

    /** Whether something happened that a run may not get over. */
    boolean excuse() {
        return excuse;
    }

    private void begin(Trouble trouble, Random numbers) {
        excuse |= trouble.excuses();
        switch (trouble) {
            case KILL -> kill(any(List.of(Service.values()), numbers), numbers);
            case BROKER -> {
                timeline.tell("the broker is killed");
                mend("the broker", numbers, 4_000, services.killBroker());
            }
            case DATABASE -> crashDatabase(1 + numbers.nextInt(4));
            case STORAGE -> spoilStorage(numbers);
            case OUTAGE -> outage(numbers);
            case BAD_ANSWERS -> {
                timeline.tell("the site answers badly: " + Disturbance.spoil(site.faults(), numbers));
                mend("the site", numbers, 8_000, site.faults()::clear);
            }
            case LEAVE -> leave(any(REPLICATED, numbers), numbers);
            case JOIN -> {
                Service service = any(REPLICATED, numbers);
                timeline.tell("another " + service + " joins");
                mend("all but the additional " + service, numbers, 15_000, services.join(service));
            }
            case REPEAT -> timeline.tell(services.repeatMessages(numbers));
            case POISON -> timeline.tell(services.poison(numbers));
        }
    }

    private void kill(Service service, Random numbers) {
        timeline.tell(service + " is killed");
        mend("the " + service, numbers, 6_000, services.kill(service, numbers));
    }

    private void leave(Service service, Random numbers) {
        timeline.tell(service + " leaves");
        mend("the " + service, numbers, 6_000, services.leave(service, numbers));
    }

    /** It recovers within a second, and crashes again. */
    private void crashDatabase(int times) {
        timeline.tell("the database crashes");
        services.crashDatabase();
        if (times > 1) {
            timeline.after(Duration.ofSeconds(1), () -> crashDatabase(times - 1));
        }
    }

    private void spoilStorage(Random numbers) {
        StorageGate.Trouble trouble = switch (numbers.nextInt(4)) {
            case 0 -> new StorageGate.Trouble(1, 0, 0, Duration.ZERO, numbers.nextLong());
            case 1 -> new StorageGate.Trouble(0, 1, 0, Duration.ZERO, numbers.nextLong());
            case 2 -> new StorageGate.Trouble(0.2, 0.1, 0.2, Duration.ofMillis(300), numbers.nextLong());
            default -> new StorageGate.Trouble(0.05, 0.02, 0.05, Duration.ofSeconds(3), numbers.nextLong());
        };
        timeline.tell("the S3 server suffers: " + trouble);
        services.storage().suffer(trouble);
        mend("the S3 server", numbers, 6_000, services.storage()::clear);
    }

    private void outage(Random numbers) {
        if (numbers.nextBoolean()) {
            site.faults().down(true);
            timeline.tell("the site is down");
        } else {
            site.faults().unavailable(1);
            timeline.tell("the site answers 503");
        }
        if (numbers.nextInt(6) == 0) {
            timeline.mendAfter(LONG_OUTAGE, site.faults()::clear);
        } else {
            mend("the site", numbers, 10_000, site.faults()::clear);
        }
    }

    private void mend(String what, Random numbers, int longest, Runnable mending) {
        timeline.mendAfter(Duration.ofMillis(numbers.nextInt(longest)), () -> {
            mending.run();
            timeline.tell(what + ": mended");
        });
    }

    private static Service any(List<Service> services, Random numbers) {
        return services.get(numbers.nextInt(services.size()));
    }
}
