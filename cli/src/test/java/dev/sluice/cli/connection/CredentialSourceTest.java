package dev.sluice.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.confluence.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialSourceTest {

    @TempDir
    Path folder;

    @Test
    void anEmailAndATokenAreTheCredentialsOfCloud() {
        assertThat(new CredentialSource(Map.of("SLUICE_EMAIL", " me@acme.example ", "SLUICE_TOKEN", "t0k3n\n"), null)
                        .find(null))
                .isEqualTo(new Credentials.Basic("me@acme.example", "t0k3n"));
    }

    @Test
    void aTokenAloneIsAPersonalAccessToken() {
        assertThat(new CredentialSource(Map.of("SLUICE_TOKEN", "t0k3n"), null).find(null))
                .isEqualTo(new Credentials.Bearer("t0k3n"));
    }

    @Test
    void aUserAndAPasswordAreTheCredentialsOfDataCenter() {
        assertThat(new CredentialSource(Map.of("SLUICE_USER", "jo", "SLUICE_PASSWORD", "pw"), null).find(null))
                .isEqualTo(new Credentials.Basic("jo", "pw"));
    }

    @Test
    void aPasswordOfNobodyIsRefused() {
        assertThatThrownBy(() -> new CredentialSource(Map.of("SLUICE_PASSWORD", "s3cret"), null).find(null))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("SLUICE_USER")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aTokenFileGoesBeforeTheEnvironment() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("token"), "from-file\n");
        CredentialSource source =
                new CredentialSource(Map.of("SLUICE_EMAIL", "me@acme.example", "SLUICE_TOKEN", "from-env"), null);

        // When and then
        assertThat(source.find(file)).isEqualTo(new Credentials.Basic("me@acme.example", "from-file"));
    }

    @Test
    void anEmptyTokenFileIsRefusedAndNotPassedOver() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("token"), " \n");

        // When and then
        assertThatThrownBy(() -> new CredentialSource(Map.of("SLUICE_TOKEN", "t0k3n"), null).find(file))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("is empty");
    }

    @Test
    void aTokenFileThatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> new CredentialSource(Map.of(), null).find(folder.resolve("none")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(folder.resolve("none").toString());
    }

    @Test
    void withoutCredentialsAndWithoutATerminalItSaysWhatToSet() {
        assertThatThrownBy(() -> new CredentialSource(Map.of("SLUICE_TOKEN", "  "), null).find(null))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining("SLUICE_TOKEN")
                .hasMessageContaining("--token-file");
    }

    @Test
    void credentialsDoNotShowTheirSecret() {
        assertThat(new Credentials.Bearer("t0k3n").toString()).doesNotContain("t0k3n");
        assertThat(new Credentials.Basic("me", "t0k3n").toString()).doesNotContain("t0k3n");
    }
}
