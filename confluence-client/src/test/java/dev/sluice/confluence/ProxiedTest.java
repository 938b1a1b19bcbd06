package dev.sluice.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.sluice.confluence.network.Network;
import dev.sluice.confluence.network.Proxies;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProxiedTest {

    @Test
    void requestsGoByWayOfTheProxyWithWhatItWantsToKnow() throws Exception {
        // Given
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            seen.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Proxy-Authorization"));
            byte[] body = "{\"ok\":true}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        proxy.start();
        String address = "http://jo:pw@127.0.0.1:" + proxy.getAddress().getPort();
        ClientSettings settings =
                ClientSettings.defaults().withNetwork(Network.DIRECT.withProxies(Proxies.of(address, "", "")));
        Site site = new Site(
                Product.DATA_CENTER,
                java.net.URI.create("http://wiki.invalid/confluence"),
                new Credentials.Bearer("token"));

        // When
        try (SiteHttp http = new SiteHttp(site, settings, new VirtualTime().timing())) {
            assertThat(http.json("/rest/api/x").path("ok").asBoolean()).isTrue();
        } finally {
            proxy.stop(0);
        }

        // Then
        assertThat(seen).containsExactly("http://wiki.invalid/confluence/rest/api/x Basic am86cHc=");
    }
}
