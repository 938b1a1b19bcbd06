package dev.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectStoresTest {

    private static final S3Settings SETTINGS =
            S3Settings.of(URI.create("http://127.0.0.1:9000"), "us-east-1", "access", "hidden");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://host/x",
                "out",
                "/out",
                "file:relative",
                "file://host/out",
                "s3:///x",
                "s3://b/../x",
                "s3:b"
            })
    void refusesAnAddressThatNamesNoStore(String address) {
        assertThatThrownBy(() -> ObjectStores.open(URI.create(address), SETTINGS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(address.equals("s3://b/../x") ? "../x" : address);
    }

    @Test
    void asksForTheSettingsThatS3Needs() {
        assertThatThrownBy(() -> ObjectStores.open(URI.create("s3://bucket"), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs the S3 endpoint");
    }

    @Test
    void neverShowsTheSecretKey() {
        assertThat(SETTINGS.toString()).doesNotContain("hidden", "access");
    }
}
