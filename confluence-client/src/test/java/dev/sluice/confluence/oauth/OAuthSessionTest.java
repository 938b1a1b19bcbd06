package dev.sluice.confluence.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.confluence.network.Network;
import dev.sluice.simulator.SimulatedAtlassian;
import dev.sluice.simulator.SimulatedConfluence;
import dev.sluice.simulator.SimulatorOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OAuthSessionTest {

    @TempDir
    Path folder;

    private SimulatedConfluence simulator;
    private SimulatedAtlassian atlassian;
    private Path file;

    @BeforeEach
    void start() {
        simulator = SimulatedConfluence.start(SimulatorOptions.cloud());
        atlassian = simulator.startAtlassian();
        file = folder.resolve("grant.json");
        new GrantFile(file).write(grant(atlassian.oauth().newRefreshToken()));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void manyThatNeedATokenAtOnceAskForOne() throws Exception {
        // Given
        List<OAuthSession> sessions =
                IntStream.range(0, 4).mapToObj(_ -> session()).toList();

        // When
        Set<String> tokens = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> asked = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> sessions.get(i % 4).accessToken()))
                    .toList();
            for (Future<String> token : asked) {
                tokens.add(token.get());
            }
        }

        // Then
        assertThat(tokens).hasSize(1);
        assertThat(atlassian.oauth().exchanges()).isEqualTo(1);
    }

    @Test
    void theNextRefreshTokenIsKeptForTheNextProcess() {
        // Given
        String first = session().accessToken();

        // When
        OAuthSession next = session();
        next.renew(first);

        // Then
        assertThat(next.accessToken()).isNotEqualTo(first);
        assertThat(atlassian.oauth().exchanges()).isEqualTo(2);
    }

    @Test
    void aTokenThatSomebodyElseHasRenewedIsTakenFromTheFile() {
        // Given
        OAuthSession one = session();
        OAuthSession other = session();
        String old = one.accessToken();
        assertThat(other.accessToken()).isEqualTo(old);

        // When
        one.renew(old);
        other.renew(old);

        // Then
        assertThat(other.accessToken()).isEqualTo(one.accessToken());
        assertThat(atlassian.oauth().exchanges()).isEqualTo(2);
    }

    @Test
    void aTokenThatIsAboutToExpireIsNotUsed() {
        // Given
        atlassian.oauth().lifetime(Duration.ofSeconds(30));
        OAuthSession session = session();

        // When
        String first = session.accessToken();
        String second = session.accessToken();

        // Then
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void onlyItsOwnerMayReadTheFile() throws IOException {
        // When
        session().accessToken();

        // Then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("grant.json", "grant.json.lock");
        }
    }

    @Test
    void whenTheServerIsAwayTheGrantStaysAsItWas() throws IOException {
        // Given
        byte[] before = Files.readAllBytes(file);
        Network nowhere =
                Network.DIRECT.withAtlassian(URI.create("http://127.0.0.1:1"), URI.create("http://127.0.0.1:1"));
        OAuthSession session = session(nowhere, InstantSource.system());

        // When
        assertThatThrownBy(session::accessToken)
                .isInstanceOfSatisfying(
                        OAuthException.class, e -> assertThat(e.isRefused()).isFalse());

        // Then
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aGrantThatIsOverOrDamagedSaysWhatToDoAndShowsNothing() throws IOException {
        new GrantFile(file).write(grant("stolen-s3cret"));
        requireRefused();
        Files.writeString(file, "{\"refreshToken\": s3cret");
        requireRefused();
        Files.delete(file);
        requireRefused();
    }

    private void requireRefused() {
        assertThatThrownBy(session()::accessToken)
                .isInstanceOfSatisfying(
                        OAuthException.class, e -> assertThat(e.isRefused()).isTrue())
                .hasMessageContaining("sluice login --oauth")
                .hasMessageNotContaining("s3cret")
                .satisfies(e -> assertThat(String.valueOf(e.getCause())).doesNotContain("s3cret"));
    }

    @Test
    void aTokenOfYesterdayIsRenewedAtOnce() {
        // Given
        String first = session().accessToken();

        // When
        String later =
                session(network(), () -> Instant.now().plus(Duration.ofDays(1))).accessToken();

        // Then
        assertThat(later).isNotEqualTo(first);
    }

    private OAuthGrant grant(String refreshToken) {
        return new OAuthGrant(atlassian.oauth().clientId(), atlassian.oauth().clientSecret(), refreshToken, null, 0);
    }

    private OAuthSession session() {
        return session(network(), InstantSource.system());
    }

    private Network network() {
        return Network.DIRECT.withAtlassian(atlassian.url(), atlassian.url());
    }

    private OAuthSession session(Network network, InstantSource clock) {
        return new OAuthSession(new GrantFile(file), new TokenEndpoint(network, clock), clock);
    }
}
