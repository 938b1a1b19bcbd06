package dev.sluice.cli.run;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.connection.Connection;
import dev.sluice.cli.destination.Destination;
import dev.sluice.cli.destination.DestinationLock;
import dev.sluice.cli.embedded.EmbeddedPipeline;
import dev.sluice.cli.embedded.EmbeddedStartException;
import dev.sluice.confluence.Credentials;
import dev.sluice.confluence.Gateway;
import dev.sluice.confluence.Site;
import dev.sluice.confluence.Traffic;
import dev.sluice.confluence.network.Network;
import dev.sluice.confluence.network.Proxies;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.RunId;
import dev.sluice.planner.export.ExportRequest;
import dev.sluice.planner.export.WrongSiteException;
import dev.sluice.planner.run.RunRequest;
import dev.sluice.planner.run.Runs;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Runs exports of one destination in this process, one after the other. */
public final class LocalSession implements AutoCloseable {

    private static final String SITE = "default";

    private final Destination destination;
    private final DestinationLock lock;
    private final EmbeddedPipeline pipeline;

    private LocalSession(Destination destination, DestinationLock lock, EmbeddedPipeline pipeline) {
        this.destination = destination;
        this.lock = lock;
        this.pipeline = pipeline;
    }

    /** Locks the destination and starts the pipeline; refuses when another run works on it. */
    public static LocalSession open(Destination destination, Connection connection) {
        destination.prepare();
        DestinationLock lock = DestinationLock.take(destination);
        destination.clearUnfinished();
        try {
            return new LocalSession(
                    destination, lock, EmbeddedPipeline.start(destination.home(), settings(connection)));
        } catch (EmbeddedStartException e) {
            lock.close();
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "%s (%s). See %s."
                            .formatted(
                                    e.getMessage(),
                                    rootMessage(e),
                                    destination.home().resolve("log")));
        }
    }

    /** Starts a run; watch it with {@link #runs()}. */
    public RunId start(RunOrder order) {
        try {
            pipeline.exports().relocate(destination.uri());
            ExportId export = pipeline.exports()
                    .ensure(new ExportRequest(
                            SITE,
                            order.site().baseUrl().toString(),
                            destination.uri(),
                            order.newScopes(),
                            order.markdown(),
                            order.paths()));
            return pipeline.runs().start(new RunRequest(export, order.policy(), order.manifest()));
        } catch (WrongSiteException e) {
            throw new CommandFailure(ExitCode.REFUSED, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            // the settings that the destination keeps cannot be
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    /** How the client of the site gets on; empty while there is none. */
    public Optional<Traffic> traffic() {
        return Optional.ofNullable(pipeline.sites().traffic().get(SITE));
    }

    public Runs runs() {
        return pipeline.runs();
    }

    @Override
    public void close() {
        pipeline.close();
        lock.close();
    }

    private static Map<String, String> settings(Connection connection) {
        Site site = connection.site();
        String prefix = "sluice.sites." + SITE + ".";
        Map<String, String> settings = new HashMap<>();
        settings.put(prefix + "url", site.baseUrl().toString());
        settings.put(prefix + "product", site.product().name());
        double pace = connection.client().pace().requestsPerSecond();
        if (pace > 0) {
            settings.put(prefix + "max-requests-per-second", Double.toString(pace));
        }
        switch (site.credentials()) {
            case Credentials.Basic basic -> {
                settings.put(prefix + "user", basic.user());
                settings.put(prefix + "token", basic.secret());
            }
            case Credentials.Bearer bearer -> settings.put(prefix + "token", bearer.token());
            case Credentials.OAuth oauth ->
                settings.put(prefix + "oauth-file", oauth.session().file().toString());
            case Credentials.Anonymous _ -> settings.put(prefix + "anonymous", "true");
        }
        Gateway.cloudId(site).ifPresent(id -> settings.put(prefix + "cloud-id", id));
        addNetwork(connection.client().network(), prefix, settings);
        return settings;
    }

    /** All of it is said, so that nothing is taken from the environment of this process that was not meant. */
    private static void addNetwork(Network network, String prefix, Map<String, String> settings) {
        Proxies proxies = network.proxies();
        if (proxies.http() != null) {
            settings.put(prefix + "http-proxy", proxies.http().toString());
        }
        if (proxies.https() != null) {
            settings.put(prefix + "https-proxy", proxies.https().toString());
        }
        boolean direct = proxies.equals(Proxies.NONE);
        if (direct || !proxies.direct().isEmpty()) {
            settings.put(prefix + "no-proxy", direct ? "*" : String.join(",", proxies.direct()));
        }
        if (network.caFile() != null) {
            settings.put(prefix + "ca-file", network.caFile().toAbsolutePath().toString());
        }
        settings.put(prefix + "verify-tls", Boolean.toString(network.verifyTls()));
        settings.put("sluice.atlassian.gateway", network.gateway().toString());
        settings.put("sluice.atlassian.login", network.login().toString());
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
