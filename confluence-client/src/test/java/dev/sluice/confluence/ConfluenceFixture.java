package dev.sluice.confluence;

import dev.sluice.simulator.SimulatedConfluence;
import dev.sluice.simulator.SimulatedPage;
import dev.sluice.simulator.SimulatorOptions;
import dev.sluice.simulator.SiteShape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulated site, and a client that reads it in virtual time. */
abstract class ConfluenceFixture {

    /** Two spaces of 260 pages with two attachments each. */
    private static final SiteShape SHAPE = SiteShape.small()
            .withSpaces(2)
            .withPagesPerSpace(260)
            .withAttachmentsPerPage(2)
            .withAttachmentBytes(2_000)
            .withMaxDepth(6);

    final VirtualTime time = new VirtualTime();
    SimulatedConfluence simulator;
    Confluence client;

    abstract SimulatorOptions options();

    abstract Site site(String secret);

    @BeforeEach
    void start() {
        simulator = SimulatedConfluence.start(options().withShape(SHAPE));
        client = open(ClientSettings.defaults());
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    Confluence open(ClientSettings settings) {
        return ConfluenceClients.open(site(options().token()), settings, time.timing());
    }

    String firstKey() {
        return simulator.site().spaceKeys().getFirst();
    }

    String lastKey() {
        return simulator.site().spaceKeys().getLast();
    }

    Space firstSpace() {
        return client.spaces(List.of(firstKey())).getFirst();
    }

    static List<Object> described(Page page) {
        return Arrays.asList(
                page.id(),
                page.title(),
                page.parentId(),
                page.version().number(),
                page.space().key(),
                page.status());
    }

    static List<Object> described(SimulatedPage page) {
        return Arrays.asList(page.id(), page.title(), page.parentId(), page.version(), page.spaceKey(), page.status());
    }
}
