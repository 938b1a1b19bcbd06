package dev.sluice.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.SimulatedAtlassian;
import dev.sluice.simulator.SimulatedConfluence;
import dev.sluice.simulator.SimulatorOptions;
import dev.sluice.simulator.SiteShape;
import dev.sluice.systemtests.topology.ForwardProxy;
import dev.sluice.systemtests.topology.JavaProcess;
import dev.sluice.systemtests.topology.OneJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in, in the ways there are; and that nothing that was written shows a secret. */
class SecretsTest {

    private static final String SECRET = "S3CRET-that-nobody-may-read";
    private static final String PROXY_SECRET = "PR0XY-password-that-nobody-may-read";
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+/authorize\\S+");

    private final OneJvm sluice = OneJvm.asShipped();
    private final Path home = sluice.newFolder();
    private SimulatedConfluence confluence;

    @BeforeEach
    void start() {
        SiteShape shape = SiteShape.small().withPagesPerSpace(8);
        confluence = SimulatedConfluence.start(
                SimulatorOptions.cloud().withShape(shape).withToken(SECRET));
    }

    @AfterEach
    void stop() {
        confluence.close();
    }

    @Test
    void aStoredTokenIsUsedAndShownNowhere() throws IOException {
        Path wiki = sluice.newFolder();
        Map<String, String> token = Map.of("SLUICE_EMAIL", confluence.options().user(), "SLUICE_TOKEN", SECRET);
        JavaProcess login = run(token, "login", "--url", url());
        requireGood(login);
        JavaProcess export = run(Map.of(), "spaces", "ENG", "--url", url(), "-o", wiki.toString());
        requireGood(export);
        JavaProcess refused = run(
                Map.of("SLUICE_EMAIL", "jo@example.org", "SLUICE_TOKEN", SECRET + "-wrong"),
                "spaces",
                "ENG",
                "--url",
                url(),
                "-o",
                sluice.newFolder().toString());
        assertThat(refused.await(LONGEST)).isEqualTo(4);

        Path stored = onlyFile(home.resolve("credentials"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stored)))
                .isEqualTo("rw-------");
        requireNowhere(wiki, login, export, refused);
        requireGood(run(Map.of(), "logout", "--url", url()));
        assertThat(stored).doesNotExist();
        assertThat(run(Map.of(), "sync", "-o", wiki.toString()).await(LONGEST)).isEqualTo(2);
    }

    @Test
    void noArgumentListShowsATokenOrThePasswordOfAProxy() {
        try (ForwardProxy proxy = new ForwardProxy("jo", PROXY_SECRET)) {
            Path wiki = sluice.newFolder();
            Map<String, String> secrets = Map.of(
                    "SLUICE_EMAIL", confluence.options().user(), "SLUICE_TOKEN", SECRET, "http_proxy", proxy.url());
            JavaProcess export =
                    sluice.start(environment(secrets), "spaces", "ENG", "--url", url(), "-o", wiki.toString());
            Set<String> commandLines = export.commandLines(LONGEST);
            requireGood(export);
            JavaProcess refused = run(
                    Map.of(
                            "SLUICE_TOKEN",
                            SECRET,
                            "http_proxy",
                            proxy.url().replace("jo:" + PROXY_SECRET, "jo:" + PROXY_SECRET + "-wrong")),
                    "sync",
                    "-o",
                    wiki.toString());

            assertThat(proxy.passed()).as("requests by way of the proxy").isPositive();
            assertThat(commandLines).as("of the command and its database").hasSizeGreaterThan(1);
            assertThat(commandLines).noneMatch(line -> line.contains(SECRET) || line.contains(PROXY_SECRET));
            assertThat(refused.await(LONGEST)).isNotZero();
            requireNowhere(wiki, export, refused);
            requireNowhere(PROXY_SECRET, wiki, export, refused);
        }
    }

    @Test
    void anAppThatABrowserLetInExportsByWayOfTheGateway() throws Exception {
        SimulatedAtlassian atlassian = confluence.startAtlassian();
        Map<String, String> app = Map.of(
                "SLUICE_OAUTH_CLIENT_ID", atlassian.oauth().clientId(),
                "SLUICE_OAUTH_CLIENT_SECRET", atlassian.oauth().clientSecret(),
                "SLUICE_ATLASSIAN_GATEWAY", atlassian.url().toString(),
                "SLUICE_ATLASSIAN_LOGIN", atlassian.url().toString());
        JavaProcess login = sluice.start(environment(app), "login", "--oauth", "--url", url(), "--callback-port", "0");
        agree(login);
        requireGood(login);
        Path wiki = sluice.newFolder();
        JavaProcess export = run(app, "spaces", "ENG", "--url", url(), "-o", wiki.toString());
        requireGood(export);
        String grant = Files.readString(home.resolve("credentials")
                .resolve("127.0.0.1_" + confluence.baseUrl().getPort() + ".oauth.json"));
        Matcher tokens = Pattern.compile("(refresh|access)-\\d+").matcher(grant);
        assertThat(tokens.find()).isTrue();
        requireNowhere(tokens.group(), wiki, login, export);
        requireNowhere(atlassian.oauth().clientSecret(), wiki, login, export);
    }

    @Test
    void whatNobodyMaySeeIsNotTakenForDeleted() throws IOException {
        confluence.faults().publicSite(true);
        Path ours = sluice.newFolder();
        Map<String, String> token = Map.of("SLUICE_EMAIL", confluence.options().user(), "SLUICE_TOKEN", SECRET);
        requireGood(run(token, "spaces", "ENG", "--url", url(), "-o", ours.toString()));
        JavaProcess refused = run(Map.of(), "sync", "--anonymous", "-o", ours.toString());
        assertThat(refused.await(LONGEST)).isEqualTo(3);
        assertThat(refused.err()).contains("exported with an account");

        Path open = sluice.newFolder();
        requireGood(run(Map.of(), "spaces", "ENG", "--anonymous", "--url", url(), "-o", open.toString()));
        Files.delete(open.resolve(".sluice/export.json")); // the snapshot says it too
        requireGood(run(Map.of(), "sync", "--anonymous", "-o", open.toString()));
    }

    private void agree(JavaProcess login) throws Exception {
        for (int i = 0; i < 600; i++) {
            Matcher address = ADDRESS.matcher(login.err());
            if (address.find()) {
                HttpClient browser = HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.ALWAYS)
                        .build();
                HttpRequest consent =
                        HttpRequest.newBuilder(URI.create(address.group())).build();
                assertThat(browser.send(consent, HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200);
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no address to open: " + login.err());
    }

    private String url() {
        return confluence.baseUrl().toString();
    }

    private JavaProcess run(Map<String, String> environment, String... arguments) {
        JavaProcess process = sluice.start(environment(environment), arguments);
        process.await(LONGEST);
        return process;
    }

    private Map<String, String> environment(Map<String, String> own) {
        Map<String, String> environment = new HashMap<>(own);
        environment.put("SLUICE_CONFIG_HOME", home.toString());
        environment.put("NETRC", home.resolve("none").toString());
        return environment;
    }

    private static void requireGood(JavaProcess process) {
        assertThat(process.await(LONGEST)).as(process.err()).isZero();
    }

    private static void requireNowhere(Path destination, JavaProcess... processes) {
        requireNowhere(SECRET, destination, processes);
    }

    /** Neither said by a process, nor in any file of the destination, its logs and its database included. */
    private static void requireNowhere(String secret, Path destination, JavaProcess... processes) {
        for (JavaProcess process : processes) {
            assertThat(process.out() + process.err()).doesNotContain(secret);
        }
        try (Stream<Path> files = Files.walk(destination)) {
            List<Path> showing = files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, secret))
                    .toList();
            assertThat(showing).as("files that show the secret").isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(Path file, String secret) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(secret);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.reduce((one, other) -> {
                        throw new AssertionError("more than one file: " + one + ", " + other);
                    })
                    .orElseThrow();
        }
    }
}
