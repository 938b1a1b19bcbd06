package dev.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.store.StoreException.Category;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class S3ObjectStoreTest extends ObjectStoreContract {

    private static S3TestServer server;

    private static URI bucket;

    private String prefix;

    @BeforeAll
    static void startServer() throws Exception {
        server = S3TestServer.start();
        bucket = server.createBucket("sluice");
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Override
    ObjectStore emptyStore() {
        prefix = "a/" + UUID.randomUUID();
        return ObjectStores.open(URI.create(bucket + "/" + prefix), server.settings());
    }

    @Test
    void keepsToItsPrefix() {
        // Given
        put("inside", "x");

        // When
        try (ObjectStore whole = ObjectStores.open(bucket, server.settings());
                ObjectStore sibling =
                        ObjectStores.open(URI.create(bucket + "/" + prefix.substring(0, 20)), server.settings())) {

            // Then
            assertThat(whole.list(prefix)).containsExactly(prefix + "/inside");
            assertThat(sibling.list("")).isEmpty();
        }
    }

    @Test
    void saysWhichBucketIsMissing() {
        try (ObjectStore nowhere = ObjectStores.open(URI.create("s3://no-such-bucket"), server.settings())) {
            assertThatThrownBy(() -> nowhere.open("a"))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.category()).isEqualTo(Category.UNAVAILABLE))
                    .hasMessageContaining("bucket no-such-bucket")
                    .hasMessageEndingWith("there is no such bucket; create it or name another one.");
        }
    }

    @Test
    void saysThatTheKeysAreWrongWithoutShowingThem() {
        S3Settings wrong = new S3Settings(
                server.settings().endpoint(), "us-east-1", "test-access", "not-the-secret", Duration.ofHours(1));
        try (ObjectStore refused = ObjectStores.open(bucket, wrong)) {
            assertThatThrownBy(() -> refused.put("a", java.io.InputStream.nullInputStream()))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.category()).isEqualTo(Category.FORBIDDEN))
                    .hasMessageContaining("check the access key")
                    .hasMessageNotContaining("not-the-secret");
        }
    }

    @Test
    void saysThatTheServerIsUnreachable() throws Exception {
        URI closedPort;
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            closedPort = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        try (ObjectStore nowhere =
                ObjectStores.open(bucket, new S3Settings(closedPort, "us-east-1", "key", "secret", Duration.ZERO))) {
            assertThatThrownBy(() -> nowhere.size("a"))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.category()).isEqualTo(Category.UNAVAILABLE))
                    .hasMessageContaining(closedPort.toString());
        }
    }
}
