package dev.sluice.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.store.StoreException.Category;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalObjectStoreTest extends ObjectStoreContract {

    @TempDir
    Path folder;

    @Override
    ObjectStore emptyStore() {
        return ObjectStores.open(folder.resolve("new/root").toUri(), null);
    }

    /** On S3 the server sees to it; the one of the tests looks first and then writes. */
    @Test
    void oneOfManyWhoPutAtOncePuts() throws Exception {
        // Given
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> tries = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> store.putIfAbsent("a.md", ("by " + i).getBytes(UTF_8))))
                    .toList();

            // When
            List<Integer> winners = new ArrayList<>();
            for (int i = 0; i < tries.size(); i++) {
                if (tries.get(i).get()) {
                    winners.add(i);
                }
            }

            // Then
            assertThat(winners).hasSize(1);
            assertThat(text("a.md")).isEqualTo("by " + winners.getFirst());
        }
    }

    @Test
    void leavesNoEmptyFolderBehind() {
        // Given
        put("a/b/c/one", "1");
        put("a/two", "2");

        // When
        store.delete("a/b/c/one");
        store.move("a/two", "x/two");

        // Then
        assertThat(root().resolve("a")).doesNotExist();
        assertThat(root()).isDirectory();
    }

    @Test
    void leavesNoTemporaryFileBehind() throws IOException {
        // When
        put("a", "1");
        store.copy("a", "b");

        // Then
        assertThat(temporaryFiles()).isEmpty();
    }

    @Test
    void sweepsWhatAKilledProcessLeftADayAgo() throws IOException {
        // Given
        Instant now = Instant.parse("2026-11-22T12:00:00Z");
        Path old = Files.writeString(root().resolve(".sluice/tmp/old"), "x");
        Path young = Files.writeString(root().resolve(".sluice/tmp/young"), "x");
        Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofHours(25))));
        Files.setLastModifiedTime(young, FileTime.from(now.minus(Duration.ofHours(23))));

        // When
        LocalObjectStore.open(root(), Clock.fixed(now, ZoneOffset.UTC)).close();

        // Then
        assertThat(temporaryFiles()).containsExactly(young);
        assertThat(keys("")).isEmpty();
    }

    @Test
    void refusesAKeyIntoItsOwnTemporaryFolder() {
        assertThatThrownBy(() -> put(".sluice/tmp/x", "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverFollowsALinkOutOfTheRoot() throws IOException {
        // Given
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Path secret = Files.writeString(outside.resolve("secret"), "s3cret");
        Files.createSymbolicLink(root().resolve("folder"), outside);
        Files.createSymbolicLink(root().resolve("file"), secret);
        Files.createSymbolicLink(root().resolve("dangling"), folder.resolve("nowhere"));

        // When
        List<Throwable> refusals = Stream.<Runnable>of(
                        () -> put("folder/new", "x"),
                        () -> put("folder/deep/new", "x"),
                        () -> put("dangling/new", "x"),
                        () -> store.open("folder/secret"),
                        () -> store.open("file"),
                        () -> store.size("file"),
                        () -> store.copy("file", "copy"),
                        () -> store.delete("folder/secret"),
                        () -> store.move("file", "moved"),
                        () -> store.list("folder/").close())
                .map(LocalObjectStoreTest::failureOf)
                .toList();

        // Then
        assertThat(refusals)
                .allSatisfy(refusal -> assertThat(refusal)
                        .isInstanceOfSatisfying(
                                StoreException.class,
                                e -> assertThat(e.category()).isEqualTo(Category.FORBIDDEN))
                        .hasMessageContaining("leads out of"));
        assertThat(keys("")).isEmpty();
        assertThat(secret).hasContent("s3cret");
        assertThat(folder.resolve("nowhere")).doesNotExist();
        assertThat(outside).isDirectoryNotContaining(path -> !path.equals(secret));
    }

    @Test
    void replacesALinkInsteadOfWritingThroughIt() throws IOException {
        // Given
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret");
        Files.createSymbolicLink(root().resolve("page.md"), secret);

        // When
        put("page.md", "new");

        // Then
        assertThat(secret).hasContent("s3cret");
        assertThat(root().resolve("page.md")).hasContent("new").isRegularFile();
    }

    @Test
    void refusesATemporaryFolderThatLeadsOutOfTheRoot() throws IOException {
        // Given
        Path other = Files.createDirectories(folder.resolve("other"));
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.createSymbolicLink(other.resolve(".sluice"), outside);

        // When
        Throwable refusal = failureOf(() -> LocalObjectStore.open(other).close());

        // Then
        assertThat(refusal).isInstanceOf(StoreException.class).hasMessageContaining("leads out of");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void opensARootThatIsItselfALink() throws IOException {
        // Given
        Path link = Files.createSymbolicLink(folder.resolve("link"), root());

        // When
        try (ObjectStore linked = LocalObjectStore.open(link)) {
            linked.put("a/b", new ByteArrayInputStream(new byte[1]));
        }

        // Then
        assertThat(keys("")).containsExactly("a/b");
    }

    @Test
    void saysWhenTheDiskIsFull() {
        StoreException full = LocalFailures.of(
                "write", Path.of("/out/a.md"), new FileSystemException("/out/a.md", null, "No space left on device"));

        assertThat(full.category()).isEqualTo(Category.FULL);
        assertThat(full).hasMessage("Cannot write /out/a.md: no space is left; free some space and run again.");
    }

    @Test
    void saysWhenAFileIsInTheWayOfAFolder() {
        // Given
        put("a", "file");

        // When
        Throwable thrown = failureOf(() -> put("a/b", "x"));

        // Then
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.category()).isEqualTo(Category.UNAVAILABLE))
                .hasMessageContaining(root().resolve("a/b").toString());
    }

    private Path root() {
        try {
            return folder.resolve("new/root").toRealPath();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(root().resolve(".sluice/tmp"))) {
            return files.toList();
        }
    }

    private static Throwable failureOf(Runnable action) {
        return org.assertj.core.api.Assertions.catchThrowable(action::run);
    }
}
