package dev.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.store.StorageGate.Trouble;
import dev.sluice.store.StoreException.Category;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An S3 store keeps its contract though every other request is refused, or breaks off before or after it was done. */
class S3OverABadLineTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static S3TestServer server;
    private static StorageGate gate;
    private static URI bucket;

    @BeforeAll
    static void startServer() throws Exception {
        server = S3TestServer.start();
        bucket = server.createBucket("sluice");
        gate = StorageGate.to(server.settings());
    }

    @AfterAll
    static void stopServer() {
        gate.close();
        server.close();
    }

    private static StoreFixture fixture(Duration patience) throws Exception {
        StoreFixture fixture = new StoreFixture() {
            @Override
            ObjectStore emptyStore() {
                return ObjectStores.open(URI.create(bucket + "/" + UUID.randomUUID()), gate.settings(patience));
            }
        };
        fixture.openStore();
        return fixture;
    }

    @Test
    void doesEverythingInTheEnd() throws Exception {
        // Given
        StoreFixture over = fixture(PATIENCE);
        gate.suffer(new Trouble(0.2, 0.1, 0.2, Duration.ofMillis(5), 7));

        for (int i = 0; i < 3; i++) {
            // When
            over.put("from/" + i, "text " + i);
            boolean copied = over.store.copy("from/" + i, "copies/" + i);
            boolean moved = over.store.move("from/" + i, "to/" + i);

            // Then
            assertThat(copied && moved).isTrue();
            assertThat(over.text("copies/" + i)).isEqualTo("text " + i);
            assertThat(over.text("to/" + i)).isEqualTo("text " + i);
            assertThat(over.store.open("from/" + i)).isEmpty();
        }
        assertThat(over.keys("to/")).hasSize(3);
        gate.clear();
        over.closeStore();
    }

    @Test
    void givesUpWhenItsPatienceIsAtAnEnd() throws Exception {
        StoreFixture over = fixture(Duration.ofMillis(300));
        gate.suffer(new Trouble(1, 0, 0, Duration.ZERO, 7));
        assertThatThrownBy(() -> over.put("a", "b"))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.category()).isEqualTo(Category.UNAVAILABLE));
        gate.clear();
        over.closeStore();
    }
}
