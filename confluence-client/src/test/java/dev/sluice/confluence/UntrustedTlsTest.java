package dev.sluice.confluence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.sluice.confluence.ConfluenceException.Category;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UntrustedTlsTest {

    private static final String PASSWORD = "for-this-test";

    @TempDir
    Path folder;

    @Test
    void saysWhereToAddTheCertificateAuthorityAndDoesNotTryAgain() throws Exception {
        // Given
        VirtualTime time = new VirtualTime();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        server.start();
        try {
            Credentials credentials = new Credentials.Basic("jo", "s3cret");
            String url = "https://127.0.0.1:" + server.getAddress().getPort();

            // When
            assertThatThrownBy(() -> new SiteProbe(credentials, ClientSettings.defaults(), time.timing())
                            .find(url, Product.DATA_CENTER))

                    // Then
                    .isInstanceOfSatisfying(
                            ConfluenceException.class,
                            e -> assertThat(e.category()).isEqualTo(Category.UNAVAILABLE))
                    .hasMessageStartingWith("No trusted TLS connection to " + url)
                    .hasMessageContaining("--ca-file");
            assertThat(time.waits()).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    private SSLContext selfSigned() throws Exception {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-alias",
                        "server")
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
