package dev.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.store.StoreException.Category;
import io.minio.MinioClient;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "ENG/page.md,text/markdown; charset=utf-8",
        "a/PICTURE.PNG,image/png",
        "a.pdf,application/pdf",
        "no ending,application/octet-stream"
    })
    void saysWhatAnObjectIsAlsoWhenItGetsItsNameLater(String key, String mediaType) throws Exception {
        // Given
        put(key, "put");
        StoredObject staged = put(".sluice/staging/1", "staged");

        // When
        store.move(".sluice/staging/1", "moved/" + key);

        // Then
        assertThat(stat(key).contentType()).isEqualTo(mediaType);
        assertThat(stat("moved/" + key).contentType()).isEqualTo(mediaType);
        assertThat(store.sha256("moved/" + key)).contains(staged.sha256());
    }

    @SuppressWarnings("try") // the client declares that closing can fail in any way
    private StatObjectResponse stat(String key) throws Exception {
        try (MinioClient client = server.client()) {
            return client.statObject(StatObjectArgs.builder()
                    .bucket("sluice")
                    .object(prefix + "/" + key)
                    .build());
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
        S3Settings wrong = S3Settings.of(server.settings().endpoint(), "us-east-1", "test-access", "not-the-secret")
                .patient(Duration.ofHours(1));
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
        try (ObjectStore nowhere = ObjectStores.open(bucket, S3Settings.of(closedPort, "us-east-1", "key", "secret"))) {
            assertThatThrownBy(() -> nowhere.size("a"))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.category()).isEqualTo(Category.UNAVAILABLE))
                    .hasMessageContaining(closedPort.toString());
        }
    }
}
