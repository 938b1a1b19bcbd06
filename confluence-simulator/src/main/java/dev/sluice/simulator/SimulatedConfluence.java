package dev.sluice.simulator;

import dev.sluice.simulator.RequestStatistics.Host;
import dev.sluice.simulator.atlassian.AtlassianApi;
import dev.sluice.simulator.cloud.CloudSite;
import dev.sluice.simulator.datacenter.DataCenterCluster;
import dev.sluice.simulator.http.Authorization;
import dev.sluice.simulator.http.SimulatorServer;
import dev.sluice.simulator.http.SiteApi;
import dev.sluice.simulator.http.TokenBucket;
import dev.sluice.simulator.site.SiteEvents;
import dev.sluice.simulator.site.SiteGenerator;
import dev.sluice.simulator.site.SiteStore;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A local Confluence that behaves like the real one, as far as exports are concerned: REST API,
 * paging, versions, downloads, refusals, rate limits and faults. Runs until it is closed.
 */
public final class SimulatedConfluence implements AutoCloseable {

    private final SimulatorOptions options;
    private final SiteStore store;
    private final SiteEvents events;
    private final SimulatedSite site;
    private final SimulatorFaults faults;
    private final RequestStatistics statistics;
    private final AtomicInteger sitePort = new AtomicInteger();
    private final AtomicInteger mediaPort = new AtomicInteger();
    private @Nullable CloudSite cloud;
    private final List<SimulatorServer> servers = new ArrayList<>();

    private SimulatedConfluence(SimulatorOptions options) {
        this.options = options;
        store = new SiteStore(options.shape(), options.mode());
        SiteGenerator.fill(store);
        statistics = new RequestStatistics(store::bodiesSent);
        events = new SiteEvents();
        site = new SimulatedSite(store, events);
        faults = new SimulatorFaults(options.latency());
    }

    private void serve() {
        Authorization authorization =
                new Authorization(options.user(), options.token(), options.mode() == Mode.DATA_CENTER);
        sitePort.set(options.port());
        List<SiteApi> nodes = switch (options.mode()) {
            case CLOUD -> List.of(startCloud(authorization));
            case DATA_CENTER -> new DataCenterCluster(store, faults, authorization, this::siteUrl, events).nodes();
        };
        List<Gate> gates = IntStream.range(0, nodes.size())
                .mapToObj(node -> siteGate(nodes.get(node), node))
                .toList();
        AdminApi admin = new AdminApi(site, faults, statistics);
        sitePort.set(start(options.port(), admin.before(new LoadBalancer(gates, faults))));
    }

    private CloudSite startCloud(Authorization authorization) {
        CloudSite started = new CloudSite(
                store, faults, authorization, new CloudSite.Urls(this::siteUrl, () -> address(mediaPort.get())));
        mediaPort.set(
                start(0, new Gate(Host.MEDIA, started.mediaHost(), faults, statistics, _ -> TokenBucket.unlimited())));
        cloud = started;
        return started;
    }

    private int start(int port, SimulatorServer.Service service) {
        InetSocketAddress address = options.onLoopback()
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
                : new InetSocketAddress(port);
        SimulatorServer server = new SimulatorServer(address, service);
        servers.add(server);
        return server.port();
    }

    private Gate siteGate(SiteApi api, int node) {
        return new Gate(
                Host.SITE, api, faults, statistics, endpoint -> faults.limits().bucket(node, endpoint));
    }

    /**
     * Starts a site.
     *
     * @throws UncheckedIOException when the port is taken
     */
    public static SimulatedConfluence start(SimulatorOptions options) {
        SimulatedConfluence confluence = new SimulatedConfluence(options);
        try {
            confluence.serve();
            return confluence;
        } catch (UncheckedIOException portTaken) {
            confluence.close();
            throw portTaken;
        }
    }

    /** Starts what Atlassian runs beside its Cloud sites, at an address of its own; ends with the site. */
    public SimulatedAtlassian startAtlassian() {
        return startAtlassian(0);
    }

    /** The same at this port; 0 for any free one. */
    public SimulatedAtlassian startAtlassian(int atPort) {
        CloudSite site = cloud;
        if (site == null) {
            throw new IllegalStateException("only Cloud sites are behind Atlassian's gateway");
        }
        String scoped = "scoped-" + options.token();
        AtlassianApi api = new AtlassianApi(site, options.user(), scoped);
        int port = start(atPort, siteGate(api, 0));
        return new SimulatedAtlassian(URI.create(address(port)), scoped, api.oauth());
    }

    /** Where the site is: with {@code /wiki} for Cloud, with {@code /confluence} for Data Center, no slash at the end. */
    public URI baseUrl() {
        return URI.create(siteUrl());
    }

    private String siteUrl() {
        return address(sitePort.get()) + options.mode().contextPath();
    }

    private String address(int port) {
        return "http://" + options.host() + ":" + port;
    }

    /** How it was started. */
    public SimulatorOptions options() {
        return options;
    }

    public SimulatedSite site() {
        return site;
    }

    public SimulatorFaults faults() {
        return faults;
    }

    public RequestStatistics statistics() {
        return statistics;
    }

    @Override
    public void close() {
        servers.forEach(SimulatorServer::close);
    }
}
