package dev.sluice.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogFormatTest {

    @Test
    void writesAnEntryALineAndReadsThemBack() throws IOException {
        // Given
        List<CatalogEntry> entries =
                List.of(new CatalogEntry(0, Samples.page()), new CatalogEntry(1, Samples.attachment()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        // When
        CatalogFormat.write(entries.iterator(), out);

        // Then
        assertThat(out.toString(UTF_8).lines()).hasSize(2);
        assertThat(read(out.toByteArray())).isEqualTo(entries);
    }

    @Test
    void aCatalogOfNothingIsEmpty() throws IOException {
        // Given
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        // When
        CatalogFormat.write(List.<CatalogEntry>of().iterator(), out);

        // Then
        assertThat(read(out.toByteArray())).isEmpty();
    }

    @Test
    void writingLeavesTheStreamOpen() throws IOException {
        // Given
        boolean[] closed = {false};
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        // When
        CatalogFormat.write(List.of(new CatalogEntry(0, Samples.page())).iterator(), out);

        // Then
        assertThat(closed[0]).isFalse();
    }

    @Test
    void readsLazilyAndClosesTheInputWithTheStream() {
        // Given
        String line = new String(Wire.encode(new CatalogEntry(0, Samples.page())), UTF_8) + "\n";
        byte[] brokenAtItsEnd = (line.repeat(1000) + "{broken").getBytes(UTF_8);
        boolean[] closed = {false};
        InputStream in = new ByteArrayInputStream(brokenAtItsEnd) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        // When
        long read;
        try (Stream<CatalogEntry> entries = CatalogFormat.read(in)) {
            read = entries.limit(500).count();
        }

        // Then
        assertThat(read).isEqualTo(500);
        assertThat(closed[0]).isTrue();
    }

    @Test
    void aTruncatedCatalogIsNoShorterCatalog() throws IOException {
        // Given
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Iterator<CatalogEntry> three = IntStream.range(0, 3)
                .mapToObj(seq -> new CatalogEntry(seq, Samples.page()))
                .iterator();
        CatalogFormat.write(three, out);
        byte[] cut = java.util.Arrays.copyOf(out.toByteArray(), out.size() - 10);

        // When and then
        assertThatThrownBy(() -> read(cut)).isInstanceOf(RuntimeException.class);
    }

    private static List<CatalogEntry> read(byte[] bytes) {
        try (Stream<CatalogEntry> entries = CatalogFormat.read(new ByteArrayInputStream(bytes))) {
            return entries.toList();
        }
    }
}
