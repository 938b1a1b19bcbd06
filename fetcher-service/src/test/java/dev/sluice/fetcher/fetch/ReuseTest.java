package dev.sluice.fetcher.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.confluence.ConfluenceException.Category;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.ResourceKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that the destination holds already. */
class ReuseTest {

    private static final String RAW = ".sluice/raw/page/01/1.xml";
    private static final String PLACED = "ENG/1/_attachments/att5.txt";

    @TempDir
    Path folder;

    private FetchScene scene;

    @BeforeEach
    void aSite() {
        scene = new FetchScene(folder);
    }

    @Test
    void anIntactArchivedBodyIsReusedWithoutARequest() throws IOException {
        // Given
        PageResource page = scene.page("1");
        write(RAW, "<p>held</p>");
        Change.Reuse reuse = scene.reuse(0, page, scene.stored(RAW, "<p>held</p>"));

        // When
        Fetched fetched = scene.fetcher().fetch(List.of(reuse));

        // Then
        assertThat(fetched.contents())
                .containsExactly(new Content(reuse.target(), ChangeReason.MOVED, scene.stored(RAW, "<p>held</p>")));
        assertThat(scene.confluence().askedBodies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"damaged", ""})
    void aDamagedOrLostArchivedBodyIsFetchedAgain(String found) throws IOException {
        // Given
        PageResource page = scene.page("1");
        if (!found.isEmpty()) {
            write(RAW, found);
        }
        Change.Reuse reuse = scene.reuse(0, page, scene.stored(RAW, "<p>held</p>"));

        // When
        Fetched fetched = scene.fetcher().fetch(List.of(reuse));

        // Then
        assertThat(scene.confluence().askedBodies()).containsExactly(List.of("1"));
        assertThat(fetched.contents())
                .containsExactly(new Content(reuse.target(), ChangeReason.MOVED, scene.stored(RAW, "<p>1</p>")));
        assertThat(Files.readString(folder.resolve(RAW))).isEqualTo("<p>1</p>");
    }

    @Test
    void manyLostBodiesAreFetchedByTheHundred() {
        // Given
        List<Change> batch = IntStream.range(0, 250)
                .<Change>mapToObj(
                        seq -> scene.reuse(seq, scene.page("" + (1000 + seq)), scene.stored("lost-" + seq, "held")))
                .toList();

        // When
        Fetched fetched = scene.fetcher().fetch(batch);

        // Then
        assertThat(fetched.contents()).hasSize(250);
        assertThat(scene.confluence().askedBodies()).hasSize(3);
    }

    @Test
    void bodiesThatAPageShowsAreThereBeforeItIsRendered() throws IOException {
        // Given
        write(RAW, "<p>held</p>");
        write(".sluice/raw/page/03/3.xml", "kept");
        scene.page("2");
        Change.Reuse reuse = new Change.Reuse(
                scene.reuse(0, scene.page("1"), scene.stored(RAW, "<p>held</p>")).target(),
                ChangeReason.LINKS,
                scene.stored(RAW, "<p>held</p>"),
                null,
                List.of(ResourceKey.page("2"), ResourceKey.page("3")));

        // When
        Fetched fetched = scene.fetcher().fetch(List.of(reuse));

        // Then
        assertThat(fetched.contents()).hasSize(1);
        assertThat(scene.confluence().askedBodies()).containsExactly(List.of("2"));
        assertThat(folder.resolve(".sluice/raw/page/02/2.xml")).hasContent("<p>2</p>");
        assertThat(folder.resolve(".sluice/raw/page/03/3.xml")).hasContent("kept");
    }

    @Test
    void anIntactFileIsCopiedToTheStagingAreaWithoutARequest() throws IOException {
        // Given
        AttachmentResource file = scene.attachment("1", "att5", "bytes");
        write(PLACED, "bytes");
        Change.Reuse reuse = scene.reuse(3, file, scene.stored(PLACED, "bytes"));

        // When
        Fetched fetched = scene.fetcher().fetch(List.of(reuse));

        // Then
        String staged = ".sluice/staging/" + scene.run().run() + "/att5-3";
        assertThat(fetched.contents())
                .containsExactly(new Content(reuse.target(), ChangeReason.MOVED, scene.stored(staged, "bytes")));
        assertThat(scene.confluence().downloads()).isEmpty();
        assertThat(Files.readString(folder.resolve(PLACED))).isEqualTo("bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"damaged", ""})
    void aDamagedOrLostFileIsDownloadedAgain(String found) throws IOException {
        // Given
        AttachmentResource file = scene.attachment("1", "att5", "bytes");
        if (!found.isEmpty()) {
            write(PLACED, found);
        }

        // When
        Fetched fetched = scene.fetcher().fetch(List.of(scene.reuse(3, file, scene.stored(PLACED, "bytes"))));

        // Then
        assertThat(scene.confluence().downloads()).containsExactly("att5");
        assertThat(fetched.contents()).hasSize(1);
        assertThat(fetched.contents().getFirst().bytes().sha256())
                .isEqualTo(scene.stored("", "bytes").sha256());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyChangeOfABatchEndsInExactlyOneContentOrOutcome(long seed) throws IOException {
        // Given
        Random random = new Random(seed);
        List<Change> batch = new ArrayList<>();
        for (int seq = 0; seq < 300; seq++) {
            batch.add(any(seq, random));
        }
        Collections.shuffle(batch, random);

        // When
        Fetched fetched = scene.fetcher().fetch(batch);

        // Then
        Stream<Integer> contents =
                fetched.contents().stream().map(content -> content.target().seq());
        Stream<Integer> outcomes = fetched.outcomes().stream().map(ReuseTest::seq);
        assertThat(Stream.concat(contents, outcomes))
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 300).boxed().toList());
    }

    private Change any(int seq, Random random) throws IOException {
        String id = "" + (1000 + seq);
        return switch (random.nextInt(6)) {
            case 0 -> scene.fetch(seq, scene.page(id));
            case 1 -> {
                Change.Fetch gone = scene.fetch(seq, scene.page(id));
                scene.confluence().trash(id);
                yield gone;
            }
            case 2 -> {
                Category[] refusals = Category.values();
                scene.confluence().refuse("att" + id, refusals[random.nextInt(refusals.length)]);
                yield scene.fetch(seq, scene.attachment("1", "att" + id, "bytes"));
            }
            case 3 -> scene.fetch(seq, scene.attachment("1", "att" + id, "bytes of " + id));
            case 4 -> {
                String raw = ".sluice/raw/page/xx/" + id + ".xml";
                write(raw, random.nextBoolean() ? "held" : "damaged");
                yield scene.reuse(seq, scene.page(id), scene.stored(raw, "held"));
            }
            default -> {
                AttachmentResource file = scene.attachment("1", "att" + id, "bytes");
                yield scene.reuse(seq, file, scene.stored("ENG/lost-" + id, "bytes"));
            }
        };
    }

    private static int seq(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed failed -> failed.seq();
            case Outcome.Inaccessible hidden -> hidden.target().seq();
            default -> throw new AssertionError("not the fetcher's: " + outcome);
        };
    }

    private void write(String key, String content) throws IOException {
        Path file = folder.resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
