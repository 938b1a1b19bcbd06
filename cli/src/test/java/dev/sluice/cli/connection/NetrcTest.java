package dev.sluice.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.confluence.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetrcTest {

    @TempDir
    Path folder;

    @Test
    void theEntryOfTheHostIsTaken() throws IOException {
        String text = """
                # comment
                machine other.example login me password wrong
                machine wiki.acme.example
                  login jo@acme.example
                  account none
                  password t0k3n
                machine last.example password alone
                """;
        assertThat(find(text, "https://wiki.acme.example:8443/confluence"))
                .contains(new Credentials.Basic("jo@acme.example", "t0k3n"));
        assertThat(find(text, "last.example")).contains(new Credentials.Bearer("alone"));
        assertThat(find(text, "https://acme.example")).isEmpty();
    }

    @Test
    void aDefaultGoesToNobody() throws IOException {
        assertThat(find("default login me password secret", "https://acme.example"))
                .isEmpty();
    }

    @Test
    void macrosArePassedOver() throws IOException {
        String text = "macdef x\nmachine acme.example login me password wrong\n\nmachine acme.example password right\n";
        assertThat(find(text, "https://acme.example")).contains(new Credentials.Bearer("right"));
    }

    @Test
    void withoutAFileThereIsNothing() {
        assertThat(Netrc.of(Map.of("NETRC", folder.resolve("none").toString())).find("https://acme.example"))
                .isEmpty();
    }

    private Optional<Credentials> find(String text, String url) throws IOException {
        Path file = Files.writeString(folder.resolve("netrc"), text);
        return Netrc.of(Map.of("NETRC", file.toString())).find(url);
    }
}
