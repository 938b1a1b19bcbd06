package dev.sluice.systemtests.topology;

import dev.sluice.simulator.Mode;
import dev.sluice.simulator.RequestStatistics;
import dev.sluice.simulator.SimulatedConfluence;
import dev.sluice.simulator.SimulatedSite;
import dev.sluice.simulator.SimulatorFaults;
import dev.sluice.simulator.SimulatorOptions;
import dev.sluice.simulator.SiteShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A simulated Confluence under the name that the services know it by. */
public final class TestSite implements AutoCloseable {

    /** Key of the space that is exported. */
    public static final String SPACE = "ENG";

    private final String name;
    private final Map<String, String> own;
    private SimulatedConfluence confluence;

    private TestSite(String name, SimulatedConfluence confluence, Map<String, String> own) {
        this.name = name;
        this.confluence = confluence;
        this.own = own;
    }

    static TestSite start(String name, Mode mode, int pages) {
        return start(name, mode, pages, Map.of());
    }

    /** {@code own}: further settings of the site, by their last part. */
    public static TestSite start(String name, Mode mode, int pages, Map<String, String> own) {
        SimulatorOptions options = switch (mode) {
            case CLOUD -> SimulatorOptions.cloud();
            case DATA_CENTER -> SimulatorOptions.dataCenter();
        };
        SiteShape shape = SiteShape.small().withPagesPerSpace(pages).withAttachmentBytes(4_000);
        return new TestSite(name, SimulatedConfluence.start(options.withShape(shape)), own);
    }

    public String name() {
        return name;
    }

    public SimulatedConfluence confluence() {
        return confluence;
    }

    /** Begins anew with other content, at the same address. */
    public void renew(SiteShape shape) {
        SimulatorOptions options = confluence.options();
        int port = confluence.baseUrl().getPort();
        confluence.close();
        confluence = SimulatedConfluence.start(options.withPort(port).withShape(shape));
    }

    /** A Cloud site with one page and one file of about this size. */
    public static TestSite withOneFile(int bytes) {
        SiteShape shape = SiteShape.small().withSeed(2).withPagesPerSpace(1).withAttachmentBytes(bytes);
        return cloud("large", shape);
    }

    /** A Cloud site of this shape. */
    public static TestSite cloud(String name, SiteShape shape) {
        return new TestSite(
                name, SimulatedConfluence.start(SimulatorOptions.cloud().withShape(shape)), Map.of());
    }

    public SimulatedSite content() {
        return confluence.site();
    }

    public SimulatorFaults faults() {
        return confluence.faults();
    }

    public RequestStatistics statistics() {
        return confluence.statistics();
    }

    public String url() {
        return confluence.baseUrl().toString();
    }

    /** The pages of the space, oldest first. */
    public List<String> pages() {
        return content().pageIds(SPACE);
    }

    /** What the services have to be told of it. */
    Map<String, String> settings() {
        String prefix = "sluice.sites.\"%s\".".formatted(name);
        Map<String, String> settings = new HashMap<>(credentials(prefix));
        own.forEach((key, value) -> settings.put(prefix + key, value));
        return settings;
    }

    private Map<String, String> credentials(String prefix) {
        String token = confluence.options().token();
        return switch (confluence.options().mode()) {
            case CLOUD ->
                Map.of(
                        prefix + "url",
                        url(),
                        prefix + "product",
                        "CLOUD",
                        prefix + "user",
                        confluence.options().user(),
                        prefix + "token",
                        token);
            case DATA_CENTER ->
                Map.of(prefix + "url", url(), prefix + "product", "DATA_CENTER", prefix + "token", token);
        };
    }

    /** How the command line is told the credentials. */
    public Map<String, String> environment() {
        String token = confluence.options().token();
        return switch (confluence.options().mode()) {
            case CLOUD -> Map.of("SLUICE_EMAIL", confluence.options().user(), "SLUICE_TOKEN", token);
            case DATA_CENTER -> Map.of("SLUICE_TOKEN", token);
        };
    }

    @Override
    public void close() {
        confluence.close();
    }
}
