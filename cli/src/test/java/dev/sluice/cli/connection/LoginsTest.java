package dev.sluice.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.cli.CommandFailure;
import dev.sluice.confluence.Credentials;
import dev.sluice.confluence.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginsTest {

    private static final String URL = "https://wiki.acme.example:8443/confluence";

    @TempDir
    Path folder;

    private Logins logins;

    @BeforeEach
    void open() {
        logins = Logins.of(Map.of("SLUICE_CONFIG_HOME", folder.resolve("new").toString()));
    }

    @Test
    void whatIsStoredIsFoundForTheHostAndForNoOther() {
        // Given
        Credentials credentials = new Credentials.Basic("jo", "s3cret");

        // When
        logins.store(URL, credentials);

        // Then
        assertThat(logins.find("wiki.acme.example:8443", Network.DIRECT)).contains(credentials);
        assertThat(logins.find("https://wiki.acme.example", Network.DIRECT)).isEmpty();
        assertThat(logins.find("https://wiki.evil.example:8443", Network.DIRECT))
                .isEmpty();
    }

    @Test
    void aTokenAloneStaysAlone() {
        logins.store(URL, new Credentials.Basic("jo", "old"));
        logins.store(URL, new Credentials.Bearer("t0k3n"));
        assertThat(logins.find(URL, Network.DIRECT)).contains(new Credentials.Bearer("t0k3n"));
    }

    @Test
    void onlyItsOwnerMayReadTheFile() throws IOException {
        // When
        Path file = logins.store(URL, new Credentials.Bearer("t0k3n"));

        // Then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void whatIsForgottenIsGone() {
        // Given
        logins.store(URL, new Credentials.Bearer("t0k3n"));

        // Then
        assertThat(logins.forget(URL)).isTrue();
        assertThat(logins.find(URL, Network.DIRECT)).isEmpty();
        assertThat(logins.forget(URL)).isFalse();
    }

    @Test
    void aDamagedFileIsNamedAndNotShown() throws IOException {
        // Given
        Path file = logins.store(URL, new Credentials.Bearer("t0k3n"));
        Files.writeString(file, "{\"secret\": s3cret");

        // Then
        assertThatThrownBy(() -> logins.find(URL, Network.DIRECT))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("sluice login")
                .hasMessageNotContaining("s3cret");
    }
}
