package dev.sluice.systemtests.topology;

import dev.sluice.cli.embedded.EmbeddedDatabase;
import dev.sluice.cli.embedded.EmbeddedKafka;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.simulator.Mode;
import dev.sluice.store.S3Settings;
import dev.sluice.store.S3TestServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The four services as four processes, on a broker with several partitions a topic, a database and an S3 server, all of
 * them in this JVM or its children. Its sites are there from the start, as in a deployment.
 */
public final class FourServices implements Topology, AutoCloseable {

    /** Requests per second that the services may send to the site {@code limited}. */
    public static final int LIMIT = 50;

    /** Pages of the site {@code limited}; with {@code -Dlimited.alone=true} there is no other site. */
    public static final int LIMITED_PAGES = Integer.getInteger("limited.pages", 300);

    /** Pages of the site {@code warm-up}, which a benchmark exports first; 0 for none. */
    public static final int WARM_UP_PAGES = Integer.getInteger("limited.warm-up", 0);

    /** The API key of somebody who may do everything. */
    public static final String ADMIN_KEY = "sluice_admin_0123456789abcdef0123456789abcdef";

    private static final int PARTITIONS = 4;
    private static final List<String> PURPOSES = List.of(
            "sync-one-jvm",
            "sync-four-services",
            "kills",
            "faults",
            "model",
            "details",
            "images-one-jvm",
            "images-four-services");

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Map<String, TestSite> sites = new LinkedHashMap<>();
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final Map<String, String> settings;
    private final S3Settings s3;
    private final URI bucket;
    private final AtomicInteger copies = new AtomicInteger();

    /** Starts everything, and returns when all of it is ready. */
    @SuppressWarnings("MustBeClosedChecker")
    public static FourServices start() throws Exception {
        return new FourServices();
    }

    private FourServices() throws Exception {
        try {
            startSites();
            S3TestServer server = opened(S3TestServer.start());
            s3 = server.settings();
            bucket = server.createBucket("wiki");
            EmbeddedDatabase database = opened(
                    EmbeddedDatabase.start(Installation.newFolder("database").resolve("db")));
            EmbeddedKafka kafka = opened(EmbeddedKafka.start(PARTITIONS));
            settings = new ServiceSettings(kafka.bootstrapServers(), database.jdbcUrl(), s3, ADMIN_KEY)
                    .with(sites.values());
            for (Service service : Service.values()) {
                services.put(service, opened(new ServiceProcess(service, settings)));
            }
            services.values().forEach(ServiceProcess::awaitReady);
        } catch (Exception | AssertionError e) {
            close();
            throw e;
        }
    }

    private void startSites() {
        Map<String, String> limit = Map.of("max-requests-per-second", Integer.toString(LIMIT));
        String limited = "limited-cloud";
        sites.put(limited, opened(TestSite.start(limited, Mode.CLOUD, LIMITED_PAGES, limit)));
        if (WARM_UP_PAGES > 0) {
            sites.put("warm-up-cloud", opened(TestSite.start("warm-up-cloud", Mode.CLOUD, WARM_UP_PAGES)));
        }
        if (Boolean.getBoolean("limited.alone")) {
            return;
        }
        for (Mode mode : Mode.values()) {
            for (String purpose : PURPOSES) {
                String name = purpose + "-" + mode.name().toLowerCase(java.util.Locale.ROOT);
                sites.put(name, opened(TestSite.start(name, mode, 60)));
            }
        }
        Map<String, String> hard = Map.of("max-requests-per-second", "0.4");
        sites.put("hampered-cloud", opened(TestSite.start("hampered-cloud", Mode.CLOUD, 12, hard)));
        for (String name : List.of("api-cloud", "audit-cloud", "remote-cloud")) {
            sites.put(name, opened(TestSite.start(name, Mode.CLOUD, 30)));
        }
        Map<String, String> slow = Map.of("max-requests-per-second", "10");
        sites.put("cancelled-cloud", opened(TestSite.start("cancelled-cloud", Mode.CLOUD, 60, slow)));
        sites.put("unhindered-cloud", opened(TestSite.start("unhindered-cloud", Mode.CLOUD, 60)));
    }

    /** One more fetcher, until it is closed. */
    @SuppressWarnings("MustBeClosedChecker")
    public AutoCloseable startAnotherFetcher() {
        ServiceProcess another = opened(new ServiceProcess(Service.FETCHER, settings));
        another.awaitReady();
        return another;
    }

    private <T extends AutoCloseable> T opened(T part) {
        started.push(part);
        return part;
    }

    /** One of the sites, for one purpose alone. */
    public TestSite site(String purpose, Mode mode) {
        String name = purpose + "-" + mode.name().toLowerCase(java.util.Locale.ROOT);
        TestSite site = sites.get(name);
        if (site == null) {
            throw new IllegalArgumentException("No site " + name + " among " + sites.keySet());
        }
        return site;
    }

    @Override
    public BucketCopy newCopy(TestSite site) {
        return newCopy(site, Map.of());
    }

    /** An empty destination for an export that writes Markdown with these settings. */
    public BucketCopy newCopy(TestSite site, Map<String, String> markdown) {
        URI destination = bucket.resolve("/copy-" + copies.incrementAndGet());
        ScopeRef space = new ScopeRef("spaces", List.of(TestSite.SPACE));
        return new BucketCopy(this::planner, site, destination, s3, new BucketCopy.Wanted(space, markdown));
    }

    /** An empty folder for an export of a part of the site that writes Markdown with these settings. */
    public BucketCopy newCopy(TestSite site, ScopeRef scope, Map<String, String> markdown, Path folder) {
        return new BucketCopy(this::planner, site, folder.toUri(), s3, new BucketCopy.Wanted(scope, markdown));
    }

    /** The planner's API, as somebody who may do everything. */
    public PlannerApi planner() {
        return new PlannerApi(process(Service.PLANNER).address(), ADMIN_KEY);
    }

    /** Where the planner answers over HTTP. */
    public URI address() {
        return process(Service.PLANNER).address();
    }

    /** Where the services answer over HTTP. */
    public List<URI> addresses() {
        return services.values().stream().map(ServiceProcess::address).toList();
    }

    /** The detector's API, as somebody who may do everything. */
    public PlannerApi detector() {
        return new PlannerApi(process(Service.DETECTOR).address(), ADMIN_KEY);
    }

    /** What a collector of metrics gets from a service. */
    public String metrics(Service service) {
        return process(service).get("/q/metrics");
    }

    /** kill -9. */
    public void kill(Service service) {
        process(service).kill();
    }

    /** Starts a killed service again, and waits until it is ready. */
    public void restart(Service service) {
        process(service).restart();
    }

    private ServiceProcess process(Service service) {
        ServiceProcess process = services.get(service);
        if (process == null) {
            throw new IllegalStateException(service + " was not started");
        }
        return process;
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
