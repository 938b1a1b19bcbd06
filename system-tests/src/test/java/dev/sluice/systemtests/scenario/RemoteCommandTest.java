package dev.sluice.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipeline.Wire;
import dev.sluice.simulator.Mode;
import dev.sluice.systemtests.topology.FourServices;
import dev.sluice.systemtests.topology.JavaProcess;
import dev.sluice.systemtests.topology.OneJvm;
import dev.sluice.systemtests.topology.TestBed;
import dev.sluice.systemtests.topology.TestSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code sluice --server}: the same commands and reports, with the work done by the services. */
@ExtendWith(TestBed.class)
class RemoteCommandTest {

    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final OneJvm sluice = OneJvm.asShipped();

    @Test
    void anExportIsMadeSyncedShownAndVerifiedFromElsewhere(FourServices services) {
        // Given
        TestSite site = services.site("remote", Mode.CLOUD);
        Path folder = sluice.newFolder();
        String server = services.address().toString();
        Map<String, String> key = Map.of("SLUICE_API_KEY", FourServices.ADMIN_KEY);

        // When
        JavaProcess made = run(
                key,
                0,
                "spaces",
                TestSite.SPACE,
                "--site",
                site.name(),
                "--destination",
                folder.toUri().toString().replaceAll("/$", ""),
                "--server",
                server);

        // Then
        assertThat(made.out()).contains("  new:  ENG/", "Done.", "Scanned:");
        assertThat(folder.resolve("ENG")).isDirectory();

        // and
        String export = export(run(key, 0, "status", "--json", "--server", server), folder);
        JavaProcess synced = run(key, 0, "sync", "--json", "--server", server, "--export", export);
        JsonNode report = json(synced.out());
        assertThat(report.path("run").path("state").asText()).isEqualTo("SUCCEEDED");
        assertThat(report.path("changes")).isEmpty();
        JavaProcess audit = run(key, 0, "audit", "--server", server, "--export", export);
        assertThat(audit.out()).contains("run-started", "by key:admin", "created      ENG/");
        assertThat(run(key, 0, "audit", "--verify", "--server", server, "--export", export)
                        .out())
                .startsWith("The audit trail is as it was written");
    }

    @Test
    void aWrongKeyAndAWrongServerAreOneSentence(FourServices services) {
        // Given
        Map<String, String> wrong = Map.of("SLUICE_API_KEY", "sluice_wrong_0123456789abcdef0123456789");

        // When and then
        assertThat(run(wrong, 4, "status", "--server", services.address().toString())
                        .err())
                .contains("does not accept the API key")
                .doesNotContain("sluice_wrong");
        assertThat(run(wrong, 2, "status", "--server", "http://127.0.0.1:9").err())
                .contains("cannot be reached");
        assertThat(run(Map.of(), 4, "status", "--server", services.address().toString())
                        .err())
                .contains("set SLUICE_API_KEY");
    }

    @Test
    void theTrailOfAFolderIsInItsOwnDatabase(FourServices services) throws Exception {
        // Given
        TestSite site = services.site("remote", Mode.CLOUD);
        Path folder = sluice.newFolder().resolve("wiki");
        run(site.environment(), 0, OneJvm.exportOf(site, folder));
        String destination = folder.toString();

        // When and then
        assertThat(run(Map.of(), 0, "audit", "-o", destination).out())
                .contains("export-made", "run-started", "by command line", "created      ENG/", "run-ended");
        assertThat(run(Map.of(), 0, "audit", "--verify", "-o", destination).out())
                .startsWith("The audit trail is as it was written");
        Path empty = Files.createDirectory(folder.resolveSibling("empty"));
        assertThat(run(Map.of(), 2, "audit", "-o", empty.toString()).err()).contains("has no audit trail yet");
    }

    private JavaProcess run(Map<String, String> environment, int code, String... arguments) {
        JavaProcess process = sluice.start(environment, arguments);
        int actual = process.await(LONGEST);
        assertThat(actual)
                .as("%s: %s%s", String.join(" ", arguments), process.out(), process.err())
                .isEqualTo(code);
        return process;
    }

    private static String export(JavaProcess status, Path folder) {
        List<String> found = new ArrayList<>();
        for (String line : status.out().lines().toList()) {
            JsonNode export = json(line).path("export");
            if (export.path("destination")
                    .asText()
                    .contains(folder.getFileName().toString())) {
                found.add(export.path("id").asText());
            }
        }
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static JsonNode json(String line) {
        return Wire.decode(line.getBytes(java.nio.charset.StandardCharsets.UTF_8), JsonNode.class);
    }
}
