package dev.sluice.cli.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.report.Items;
import dev.sluice.cli.report.Report;
import dev.sluice.planner.run.LedgerItem;
import dev.sluice.planner.run.RunPolicy;
import dev.sluice.planner.run.RunView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line makes of what a planner elsewhere answers. */
class RemotePlannerTest {

    private static final String KEY = "sluice_0123456789abcdef0123456789abcdef";
    private static final String RUN = "00000000-0000-0000-0000-000000000001";

    @TempDir
    Path folder;

    private final List<String> keys = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | | NOT_AUTHORISED | does not accept the API key",
                "403 | | NOT_AUTHORISED | has a role that may not do this",
                "409 | {\"detail\":\"Run 1 is not over.\"} | REFUSED | Run 1 is not over.",
                "404 | {\"detail\":\"No export x1.\"} | USAGE | No export x1.",
                "404 | <html>nothing here</html> | USAGE | does not answer as a planner does",
                "200 | <html>welcome</html> | USAGE | does not answer as a planner does",
                "503 | | USAGE | answers with an error (503)"
            })
    void aRefusalIsOneSentence(int status, String body, ExitCode code, String sentence) {
        // Given
        answer("/api/v1/exports/x1", status, body == null ? "" : body);

        // When and then
        assertThatThrownBy(() -> planner().get("exports/x1")).isInstanceOfSatisfying(CommandFailure.class, failure -> {
            assertThat(failure.exitCode()).isEqualTo(code);
            assertThat(failure).hasMessageContaining(sentence).hasMessageNotContaining(KEY);
        });
        assertThat(keys).containsExactly("Bearer " + KEY);
    }

    @Test
    void aPlannerThatIsNotThereIsSaidToBeUnreachable() {
        // Given
        RemotePlanner planner = planner();
        server.stop(0);

        // When and then
        assertThatThrownBy(() -> planner.get("exports"))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void aRunIsWatchedToItsEndAndReportedFromAllPages() {
        // Given
        answer("/api/v1/exports/x1/runs", 200, "{\"id\":\"%s\"}".formatted(RUN));
        answer(
                "/api/v1/runs/" + RUN + "/events",
                200,
                "event:progress\ndata:%s\n\nevent:ended\ndata:%s\n\n"
                        .formatted(view("RUNNING", 1), view("SUCCEEDED", 2)));
        server.createContext("/api/v1/runs/" + RUN + "/outcomes", call -> {
            boolean first = call.getRequestURI().getQuery().endsWith("cursor=");
            send(call, 200, first ? page(0, ",\"next\":\"n\"") : page(1, ""));
        });
        Said said = new Said();

        // When
        ExitCode code = new RemoteRun(planner(), said, new PrintStream(new ByteArrayOutputStream(), true, UTF_8))
                .run("x1", RunPolicy.PRUNING);

        // Then
        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(said.settled).containsExactly(2);
        assertThat(said.paths).containsExactly("ENG/0.md", "ENG/1.md");
    }

    @Test
    void theKeyComesFromAFileOrTheEnvironmentAndFromNowhereElse() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("key"), KEY + "\n");
        ServerOptions options = new ServerOptions();

        // When and then
        assertThat(options.key(Map.of("SLUICE_API_KEY", "sluice_other"))).isEqualTo("sluice_other");
        assertThatThrownBy(() -> options.key(Map.of()))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.NOT_AUTHORISED))
                .hasMessageContaining("SLUICE_API_KEY");
        options.apiKeyFile = file;
        assertThat(options.key(Map.of("SLUICE_API_KEY", "sluice_other"))).isEqualTo(KEY);
    }

    private RemotePlanner planner() {
        return new RemotePlanner(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), KEY);
    }

    private void answer(String path, int status, String body) {
        server.createContext(path, call -> {
            keys.add(call.getRequestHeaders().getFirst("Authorization"));
            send(call, status, body);
        });
    }

    private static void send(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private static String page(int seq, String rest) {
        return "{\"items\":[{\"seq\":%d,\"resource\":\"page:%d\",\"what\":\"new\",\"path\":\"ENG/%d.md\"}]%s}"
                .formatted(seq, seq, seq, rest);
    }

    private static String view(String state, int settled) {
        return ("{\"id\":\"%s\",\"state\":\"%s\",\"listed\":2,\"pages\":2,\"resources\":2,\"settled\":%d,\"unchanged\":0,"
                        + "\"stored\":2,\"confirmed\":0,\"moved\":0,\"removed\":0,\"kept\":0,\"inaccessible\":0,\"skipped\":0,"
                        + "\"failed\":0,\"retried\":0,\"vanished\":0,\"withheld\":0,\"requests\":3,\"requestsSaved\":0,\"bytes\":9,"
                        + "\"startedAt\":\"2026-01-01T12:00:00Z\",\"progressedAt\":\"2026-01-01T12:00:01Z\",\"export\":\"x1\"}")
                .formatted(RUN, state, settled);
    }

    /** Keeps what is reported. */
    private static final class Said implements Report {
        private final List<Integer> settled = new ArrayList<>();
        private final List<String> paths = new ArrayList<>();

        @Override
        public void print(RunView run, Items items) {
            settled.add(run.settled());
            int last = -1;
            for (List<LedgerItem> some = items.after(last, 10); !some.isEmpty(); some = items.after(last, 10)) {
                some.forEach(item -> paths.add(item.path()));
                last = some.getLast().seq();
            }
        }

        @Override
        public void printPreview(RunView run, Items items) {
            throw new AssertionError("no preview");
        }

        @Override
        public void printInterrupted(RunView run) {
            throw new AssertionError("not interrupted");
        }
    }
}
