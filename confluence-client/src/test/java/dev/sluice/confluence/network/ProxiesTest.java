package dev.sluice.confluence.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

    @Test
    void everySchemeHasItsOwn() {
        Proxies proxies = Proxies.of(Map.of("HTTP_PROXY", "http://one:81", "https_proxy", "two:82"));
        assertThat(proxies.proxy(URI.create("http://acme.example"))).contains(URI.create("http://one:81"));
        assertThat(proxies.proxy(URI.create("https://acme.example"))).contains(URI.create("http://two:82"));
    }

    @Test
    void oneCanBeForAllAndNoneIsForNone() {
        assertThat(Proxies.of(Map.of("ALL_PROXY", "http://one:81")).proxy(URI.create("https://acme.example")))
                .contains(URI.create("http://one:81"));
        assertThat(Proxies.of(Map.of("HTTPS_PROXY", " "))).isEqualTo(Proxies.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "acme.example, true",
        ".acme.example, true",
        "*.acme.example, true",
        "example, true",
        "WIKI.ACME.EXAMPLE, true",
        "wiki.acme.example:8443, true",
        "*, true",
        "other.example, false",
        "me.example, false",
        "wiki.acme.example:443, false",
    })
    void namesGoDirectWithAllBelowThem(String direct, boolean straight) {
        Proxies proxies = Proxies.of("", "http://proxy:3128", "localhost, " + direct);
        assertThat(proxies.proxy(URI.create("https://wiki.acme.example:8443/x")).isEmpty())
                .isEqualTo(straight);
    }

    @Test
    void aPasswordIsToldToTheProxyAndToNobodyElse() {
        Proxies proxies = Proxies.of("http://jo:s3cret@proxy:3128", "", "direct.example");
        assertThat(proxies.authorization(URI.create("http://acme.example"))).contains("Basic am86czNjcmV0");
        assertThat(proxies.authorization(URI.create("http://direct.example"))).isEmpty();
        assertThat(proxies.toString()).contains("proxy:3128").doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://jo:s3cret@proxy:1080", "http://s3cret proxy", "http://"})
    void whatIsNoProxyIsRefusedWithoutBeingShown(String address) {
        assertThatThrownBy(() -> Proxies.of(address, "", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("proxy")
                .hasMessageNotContaining("s3cret");
    }
}
