package dev.sluice.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.Mode;
import dev.sluice.simulator.SiteShape;
import dev.sluice.systemtests.topology.BucketCopy;
import dev.sluice.systemtests.topology.FolderCopy;
import dev.sluice.systemtests.topology.FourServices;
import dev.sluice.systemtests.topology.JavaProcess;
import dev.sluice.systemtests.topology.OneJvm;
import dev.sluice.systemtests.topology.OutputTree;
import dev.sluice.systemtests.topology.TestBed;
import dev.sluice.systemtests.topology.TestSite;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What looks as if everything were deleted, and is not, removes nothing. */
@ExtendWith(TestBed.class)
class GuardTest {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final OneJvm sluice = OneJvm.givingUpSoon();
    private final FourServices services;

    GuardTest(FourServices services) {
        this.services = services;
        for (Mode mode : Mode.values()) {
            services.site("model", mode)
                    .renew(SiteShape.small().withPagesPerSpace(30).withAttachmentBytes(1_000));
        }
    }

    @AfterEach
    void clearFaults() {
        for (Mode mode : Mode.values()) {
            services.site("model", mode).faults().clear();
        }
    }

    @Test
    void aListingThatBreaksOffRemovesNothing() {
        for (Mode mode : Mode.values()) {
            TestSite site = services.site("model", mode);
            BucketCopy copy = services.newCopy(site);
            assertThat(copy.sync().complete()).isTrue();
            OutputTree before = copy.tree();
            site.content().trashPage(site.pages().getLast());
            String endpoint = mode == Mode.CLOUD ? "pages" : "content";
            for (int status : new int[] {401, 403, 404, 500}) {
                site.faults().listingCap(9);
                site.faults().refuse(endpoint, status, 2);
                JsonNode end = copy.start().awaitAnyEnd();
                site.faults().clear();
                assertThat(end.path("state").asText())
                        .as("after %d of %s: %s", status, mode, end)
                        .isEqualTo("FAILED");
                assertThat(end.path("message").asText()).isNotBlank();
                assertThat(copy.tree().differencesFrom(before)).isEmpty();
            }
            assertThat(copy.sync().removed()).isEqualTo(2);
            new Journey(site, copy, services).requireFresh();
        }
    }

    @Test
    void aThrottledListingIsWaitedFor() {
        TestSite site = services.site("model", Mode.CLOUD);
        BucketCopy copy = services.newCopy(site);
        assertThat(copy.sync().complete()).isTrue();
        site.statistics().reset();
        site.faults().listingCap(5);
        site.faults().rateLimit(4, 2);
        assertThat(copy.sync().unchanged()).isEqualTo(2 * site.pages().size());
        assertThat(site.statistics().answered(429)).isPositive();
    }

    @Test
    void anAccountThatSeesNothingOrIsNobodyTouchesNothing() {
        TestSite site = services.site("model", Mode.DATA_CENTER);
        FolderCopy copy = sluice.newCopy(site);
        assertThat(copy.sync().complete()).isTrue();
        Map<String, FileTime> before = copy.writtenAt();

        // a wrong token
        Map<String, String> wrong = Map.of("SLUICE_TOKEN", "wrong");
        assertThat(said(4, copy, wrong, "sync")).contains("token");
        assertThat(copy.writtenAt()).isEqualTo(before);

        // a site that takes everybody in and shows strangers an empty site
        site.faults().anonymousSite(true);
        assertThat(said(4, copy, wrong, "sync")).contains("anonymous");
        site.faults().clear();
        assertThat(copy.writtenAt()).isEqualTo(before);

        // an account that may see nothing any more
        String home = site.pages().getFirst();
        site.content().restrictPage(home);
        assertThat(said(3, copy, site.environment(), "sync"))
                .contains("were kept")
                .contains("--allow-mass-delete");
        assertThat(copy.writtenAt()).isEqualTo(before);
        site.content().unrestrictPage(home);
        assertThat(copy.sync().unchanged()).isEqualTo(before.size());
        assertThat(copy.writtenAt()).isEqualTo(before);
    }

    @Test
    void muchThatVanishesAtOnceIsKeptUntilThatIsSaidToBeMeant() {
        TestSite site = services.site("model", Mode.CLOUD);
        BucketCopy copy = services.newCopy(site);
        assertThat(copy.sync().complete()).isTrue();
        OutputTree before = copy.tree();
        String branch = new PageTree(site).branch(10, 28);
        int gone = 2 * new PageTree(site).below(branch).size();
        site.content().restrictPage(branch);

        JsonNode end = copy.start().awaitAnyEnd();
        assertThat(end.path("withheld").asInt()).isEqualTo(gone);
        assertThat(end.path("removed").asInt()).isZero();
        assertThat(copy.tree().paths()).containsAll(before.paths());

        end = copy.start(Map.of("prune", true, "allowMassDelete", true)).awaitAnyEnd();
        assertThat(end.path("removed").asInt()).isEqualTo(gone);
        new Journey(site, copy, services).requireFresh();
    }

    /** The last line of standard error, after the check of the exit code. */
    private String said(int exitCode, FolderCopy copy, Map<String, String> environment, String... arguments) {
        String[] all = Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--output-path", copy.folder().toString()))
                .toArray(String[]::new);
        try (JavaProcess process = sluice.start(environment, all)) {
            assertThat(process.await(LONGEST))
                    .as("exit code; %s %s", process.out(), process.err())
                    .isEqualTo(exitCode);
            return Said.oneSentence(process);
        }
    }
}
