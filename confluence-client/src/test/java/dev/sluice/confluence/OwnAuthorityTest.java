package dev.sluice.confluence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.sluice.confluence.network.Network;
import java.io.FileInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose certificate no authority that Java knows has signed. */
class OwnAuthorityTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    private HttpsServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = "{\"ok\":true}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void isTrustedWhenItsAuthorityIsGiven() throws Exception {
        // Given
        serve("ip:127.0.0.1");
        Path pem = folder.resolve("ca.pem");
        keytool(List.of("-exportcert", "-rfc", "-alias", "server", "-file", pem.toString()));

        // Then
        assertThat(ask(Network.DIRECT.withCaFile(pem))).isTrue();
    }

    @Test
    void isTrustedWhateverItShowsWhenNothingIsVerified() throws Exception {
        serve("dns:somewhere.else");
        assertThat(ask(Network.DIRECT.withVerifyTls(false))).isTrue();
    }

    @Test
    void isNotTrustedUnderAnotherName() throws Exception {
        // Given
        serve("dns:somewhere.else");
        Path pem = folder.resolve("ca.pem");
        keytool(List.of("-exportcert", "-rfc", "-alias", "server", "-file", pem.toString()));

        // Then
        assertThatThrownBy(() -> ask(Network.DIRECT.withCaFile(pem)))
                .isInstanceOf(ConfluenceException.class)
                .hasMessageStartingWith("No trusted TLS connection");
    }

    @Test
    void aFileWithoutCertificatesIsRefused() throws Exception {
        serve("ip:127.0.0.1");
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThatThrownBy(() -> ask(Network.DIRECT.withCaFile(empty)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PEM");
    }

    private boolean ask(Network network) {
        Site site = new Site(
                Product.DATA_CENTER,
                URI.create("https://127.0.0.1:" + server.getAddress().getPort()),
                new Credentials.Bearer("token"));
        ClientSettings settings = ClientSettings.defaults().withNetwork(network);
        try (SiteHttp http = new SiteHttp(site, settings, new VirtualTime().timing())) {
            return http.json("/x").path("ok").asBoolean();
        }
    }

    private void serve(String name) throws Exception {
        keytool(List.of(
                "-genkeypair", "-keyalg", "EC", "-dname", "CN=server", "-alias", "server", "-ext", "san=" + name));
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = new FileInputStream(folder.resolve("store.p12").toFile())) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.start();
    }

    private void keytool(List<String> what) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(what);
        command.addAll(List.of(
                "-keystore", folder.resolve("store.p12").toString(), "-storepass", PASSWORD, "-storetype", "PKCS12"));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(keytool.waitFor()).isZero();
    }
}
