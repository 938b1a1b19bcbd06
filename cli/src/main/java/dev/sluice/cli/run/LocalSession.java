package dev.sluice.cli.run;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.destination.Destination;
import dev.sluice.cli.destination.DestinationLock;
import dev.sluice.cli.embedded.EmbeddedPipeline;
import dev.sluice.cli.embedded.EmbeddedStartException;
import dev.sluice.confluence.Credentials;
import dev.sluice.confluence.Site;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.RunId;
import dev.sluice.planner.export.ExportRequest;
import dev.sluice.planner.export.WrongSiteException;
import dev.sluice.planner.run.RunRequest;
import dev.sluice.planner.run.Runs;
import java.util.HashMap;
import java.util.Map;

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
    public static LocalSession open(Destination destination, Site site) {
        destination.prepare();
        DestinationLock lock = DestinationLock.take(destination);
        try {
            return new LocalSession(destination, lock, EmbeddedPipeline.start(destination.home(), settings(site)));
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
        }
    }

    public Runs runs() {
        return pipeline.runs();
    }

    @Override
    public void close() {
        pipeline.close();
        lock.close();
    }

    private static Map<String, String> settings(Site site) {
        String prefix = "sluice.sites." + SITE + ".";
        Map<String, String> settings = new HashMap<>();
        settings.put(prefix + "url", site.baseUrl().toString());
        settings.put(prefix + "product", site.product().name());
        switch (site.credentials()) {
            case Credentials.Basic basic -> {
                settings.put(prefix + "user", basic.user());
                settings.put(prefix + "token", basic.secret());
            }
            case Credentials.Bearer bearer -> settings.put(prefix + "token", bearer.token());
        }
        return settings;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
