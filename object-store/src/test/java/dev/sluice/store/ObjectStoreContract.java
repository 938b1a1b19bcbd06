package dev.sluice.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every object store does. */
abstract class ObjectStoreContract extends StoreFixture {

    @Test
    void returnsTheBytesThatWerePut() {
        // When
        StoredObject stored = put("ENG/page.md", "hello");

        // Then
        assertThat(stored)
                .isEqualTo(new StoredObject(
                        "ENG/page.md", 5, "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"));
        assertThat(text("ENG/page.md")).isEqualTo("hello");
        assertThat(store.size("ENG/page.md")).contains(5L);
        assertThat(store.sha256("ENG/page.md")).contains(stored.sha256());
    }

    @Test
    void replacesWhatWasThere() {
        // Given
        put("a.md", "a long first text");

        // When
        put("a.md", "new");

        // Then
        assertThat(text("a.md")).isEqualTo("new");
        assertThat(keys("")).containsExactly("a.md");
    }

    @Test
    void putsOnlyWhereNothingIs() {
        // When
        boolean first = store.putIfAbsent("deep/down/a.md", "first".getBytes(UTF_8));
        boolean second = store.putIfAbsent("deep/down/a.md", "second".getBytes(UTF_8));

        // Then
        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(text("deep/down/a.md")).isEqualTo("first");
        assertThat(keys("")).containsExactly("deep/down/a.md");
        assertThat(store.sha256("deep/down/a.md")).contains(Sha256.of("first".getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, S3ObjectStore.PART_SIZE - 1, S3ObjectStore.PART_SIZE, 2 * S3ObjectStore.PART_SIZE + 17})
    void keepsObjectsOfAnySize(int size) throws Exception {
        // Given
        byte[] bytes = randomBytes(size);

        // When
        StoredObject stored = store.put("big.bin", new ByteArrayInputStream(bytes));

        // Then
        assertThat(stored.size()).isEqualTo(size);
        assertThat(stored.sha256()).isEqualTo(Sha256.of(bytes));
        assertThat(store.sha256("big.bin")).contains(stored.sha256());
        try (InputStream read = store.open("big.bin").orElseThrow()) {
            assertThat(read.readAllBytes()).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ENG/Grüße/日本語.md",
                "ENG/_attachments/a b + c & d=100%.png",
                "ENG/#1 'quoted' (x) [y] {z}.md",
                "ENG/emoji 🎉.md",
                ".sluice/manifest.json"
            })
    void takesNastyNames(String key) {
        // When
        put(key, "x");

        // Then
        assertThat(text(key)).isEqualTo("x");
        assertThat(keys("")).containsExactly(key);
        assertThat(store.copy(key, key + ".copy")).isTrue();
        assertThat(store.move(key + ".copy", "moved")).isTrue();
        assertThat(store.delete(key)).isTrue();
        assertThat(keys("")).containsExactly("moved");
    }

    @Test
    void saysThatAMissingObjectIsMissing() {
        assertThat(store.open("no/such")).isEmpty();
        assertThat(store.size("no/such")).isEmpty();
        assertThat(store.sha256("no/such")).isEmpty();
        assertThat(store.delete("no/such")).isFalse();
        assertThat(store.move("no/such", "other")).isFalse();
        assertThat(store.copy("no/such", "other")).isFalse();
        assertThat(keys("")).isEmpty();
    }

    @Test
    void movesOverAnotherObject() {
        // Given
        put("staging/x", "new");
        put("ENG/x.md", "old");

        // When
        boolean moved = store.move("staging/x", "ENG/x.md");

        // Then
        assertThat(moved).isTrue();
        assertThat(keys("")).containsExactly("ENG/x.md");
        assertThat(text("ENG/x.md")).isEqualTo("new");
    }

    @Test
    void copiesAndKeepsTheOriginalAndItsSum() {
        // Given
        StoredObject stored = put("a", "text");

        // When
        boolean copied = store.copy("a", "deep/er/b");

        // Then
        assertThat(copied).isTrue();
        assertThat(keys("")).containsExactlyInAnyOrder("a", "deep/er/b");
        assertThat(store.sha256("deep/er/b")).contains(stored.sha256());
    }

    @Test
    void keepsAnObjectThatIsMovedOrCopiedOntoItself() {
        // Given
        put("a", "text");

        // When
        boolean moved = store.move("a", "a");
        boolean copied = store.copy("a", "a");

        // Then
        assertThat(moved).isTrue();
        assertThat(copied).isTrue();
        assertThat(text("a")).isEqualTo("text");
    }

    @Test
    void listsByPrefixAcrossManyPages() {
        // Given
        IntStream.range(0, 1_050).parallel().forEach(i -> put("ENG/many/" + i, ""));
        put("ENG/manifold", "");
        put("OPS/many/1", "");

        // When
        List<String> many = keys("ENG/many/");

        // Then
        assertThat(many).hasSize(1_050).doesNotHaveDuplicates().allMatch(key -> key.startsWith("ENG/many/"));
        assertThat(keys("ENG/mani")).containsExactly("ENG/manifold");
        assertThat(keys("ENG/many")).hasSize(1_050);
        assertThat(keys("XYZ/")).isEmpty();
        assertThat(keys("")).hasSize(1_052);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "../x", "a/../../x", "a//b", "a/./b", "a\\b", "a/", "a\0b"})
    void refusesAnUnsafeKey(String key) {
        assertThatThrownBy(() -> put(key, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.open(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.delete(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.move("a", key)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1000, S3ObjectStore.PART_SIZE, 2 * S3ObjectStore.PART_SIZE})
    void leavesTheOldBytesWhenTheSourceBreaks(int goodBytes) {
        // Given
        put("a.md", "old");
        IOException reset = new IOException("connection reset");
        InputStream broken =
                new SequenceInputStream(new ByteArrayInputStream(randomBytes(goodBytes)), new FailingStream(reset));

        // When
        Throwable thrown = catchThrowable(() -> store.put("a.md", broken));

        // Then
        assertThat(thrown).isInstanceOf(UncheckedIOException.class).hasCause(reset);
        assertThat(text("a.md")).isEqualTo("old");
        assertThat(keys("")).containsExactly("a.md");
    }

    @Test
    void doesNotCloseTheSource() throws Exception {
        // Given
        boolean[] closed = new boolean[1];
        InputStream source = new ByteArrayInputStream("x".getBytes(UTF_8)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        // When
        store.put("a", source);

        // Then
        assertThat(closed[0]).isFalse();
    }

    @Test
    void showsAReaderOldOrNewBytesButNeverAMixture() throws Exception {
        // Given
        byte[] zeros = new byte[300_000];
        byte[] ones = new byte[300_000];
        Arrays.fill(ones, (byte) 1);
        store.put("shared", new ByteArrayInputStream(zeros));

        // When
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writing = writers.submit(() -> IntStream.range(0, 40)
                    .forEach(i -> store.put("shared", new ByteArrayInputStream(i % 2 == 0 ? ones : zeros))));

            // Then
            do {
                try (InputStream read = store.open("shared").orElseThrow()) {
                    byte[] bytes = read.readAllBytes();
                    assertThat(bytes).hasSize(300_000).containsOnly(bytes[0]);
                }
            } while (!writing.isDone());
            writing.get();
        }
    }

    @Test
    void putsAndDeletesInOneFolderFromManyThreads() throws Exception {
        // Given
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> deletions = IntStream.range(0, 200)
                    .mapToObj(i -> workers.submit(() -> {
                        put("deep/folder/" + i, "x");
                        return store.delete("deep/folder/" + i);
                    }))
                    .toList();

            // When
            List<Boolean> deleted = deletions.stream().map(StoreFixture::await).toList();

            // Then
            assertThat(deleted).containsOnly(true);
            assertThat(keys("")).isEmpty();
        }
    }
}
