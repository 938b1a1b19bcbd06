package dev.sluice.systemtests.topology;

import dev.sluice.pipeline.ScopeRef;
import dev.sluice.store.S3Settings;
import dev.sluice.store.S3TestServer;
import dev.sluice.store.StorageGate;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A planner and replicas of each of the other services, as processes, in surroundings that can fail: a broker that is
 * killed, a database that crashes, a bad way to the S3 server.
 */
public final class ReplicatedServices implements AutoCloseable {

    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Map<Service, List<ServiceProcess>> replicas = new EnumMap<>(Service.class);
    private final Map<String, String> settings;
    private final List<String> options;
    private final S3Settings s3;
    private final URI bucket;
    private final StorageGate gate;
    private final CrashingDatabase database;
    private final BrokerProcess broker;
    private final AtomicInteger copies = new AtomicInteger();

    /** Like {@link #start(Collection, int, List)}, with JVMs that start soon. */
    @SuppressWarnings("MustBeClosedChecker")
    public static ReplicatedServices start(Collection<TestSite> sites, int replicas) throws Exception {
        return new ReplicatedServices(sites, replicas, ServiceProcess.SMALL);
    }

    /**
     * Starts everything, and returns when all of it is ready.
     *
     * @param replicas of each service but the planner
     * @param options of the services' JVMs
     */
    @SuppressWarnings("MustBeClosedChecker")
    public static ReplicatedServices start(Collection<TestSite> sites, int replicas, List<String> options)
            throws Exception {
        return new ReplicatedServices(sites, replicas, options);
    }

    private ReplicatedServices(Collection<TestSite> sites, int number, List<String> options) throws Exception {
        this.options = options;
        try {
            S3TestServer server = opened(S3TestServer.start());
            s3 = server.settings();
            bucket = server.createBucket("wiki");
            gate = opened(StorageGate.to(s3));
            broker = opened(new BrokerProcess(PARTITIONS));
            database = opened(new CrashingDatabase());
            broker.awaitReady();
            settings = new ServiceSettings(
                            broker.bootstrapServers(),
                            database.jdbcUrl(),
                            gate.settings(PATIENCE),
                            FourServices.ADMIN_KEY)
                    .with(sites);
            for (Service service : Service.values()) {
                replicas.put(service, new ArrayList<>());
                for (int i = service == Service.PLANNER ? number - 1 : 0; i < number; i++) {
                    join(service);
                }
            }
            awaitReady();
        } catch (Exception | AssertionError e) {
            close();
            throw e;
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        started.push(part);
        return part;
    }

    /** An empty destination for an export of this part of the site. */
    public BucketCopy newCopy(TestSite site, ScopeRef scope) {
        URI destination = bucket.resolve("/copy-" + copies.incrementAndGet());
        return new BucketCopy(this::planner, site, destination, s3, new BucketCopy.Wanted(scope, Map.of()));
    }

    private PlannerApi planner() {
        return new PlannerApi(of(Service.PLANNER).getFirst().address(), FourServices.ADMIN_KEY);
    }

    private List<ServiceProcess> of(Service service) {
        return replicas.getOrDefault(service, List.of());
    }

    /** kill -9 of one of the replicas; gives what starts it again. */
    public Runnable kill(Service service, Random random) {
        return one(service, random).killForNow();
    }

    /** One of the replicas is told to end, and does so in its time; gives what starts it again. */
    public Runnable leave(Service service, Random random) {
        return one(service, random).leaveForNow();
    }

    private ServiceProcess one(Service service, Random random) {
        List<ServiceProcess> all = of(service);
        return all.get(random.nextInt(all.size()));
    }

    /** One more replica; gives what lets it go again. */
    public Runnable join(Service service) {
        ServiceProcess another = opened(new ServiceProcess(service, settings, options));
        of(service).add(another);
        return () -> {
            of(service).remove(another);
            another.leave();
            started.remove(another);
        };
    }

    /** kill -9 of the broker; gives what starts it again. */
    public Runnable killBroker() {
        return broker.killForNow();
    }

    /** The database crashes, and recovers by itself. */
    public void crashDatabase() {
        database.crash();
    }

    /** The way to the S3 server. */
    public StorageGate storage() {
        return gate;
    }

    /** Publishes a part of what lies in one topic once more, if there is a broker; what became of it. */
    public String repeatMessages(Random random) {
        return broker.isReady() ? new Letters(broker.bootstrapServers()).repeat(random) : "no broker that repeats";
    }

    /** Puts a message that cannot be understood into each topic, if there is a broker; what became of it. */
    public String poison(Random random) {
        if (!broker.isReady()) {
            return "no broker that takes poison";
        }
        new Letters(broker.bootstrapServers()).poison(random);
        return "poison in all topics";
    }

    /** The processes of the replicas of a service. */
    public List<Long> pids(Service service) {
        return of(service).stream().map(ServiceProcess::pid).toList();
    }

    /** How many messages no consumer group has dealt with yet, of all groups and topics. */
    public long lag() {
        return new Letters(broker.bootstrapServers()).lag();
    }

    /** Returns when everything says that it is ready. */
    public void awaitReady() {
        broker.awaitReady();
        database.awaitReady();
        replicas.values().forEach(all -> all.forEach(ServiceProcess::awaitReady));
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("A part of the test's surroundings does not stop", e);
            }
        }
    }
}
