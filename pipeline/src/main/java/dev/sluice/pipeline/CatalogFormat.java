package dev.sluice.pipeline;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The form of a catalog file: one {@link CatalogEntry} a line. */
public final class CatalogFormat {

    private static final ObjectReader LINES = Wire.json().readerFor(CatalogEntry.class);

    private CatalogFormat() {}

    /** Writes every entry; does not close the stream. */
    public static void write(Iterator<CatalogEntry> entries, OutputStream out) throws IOException {
        try (SequenceWriter lines = Wire.json()
                .writerFor(CatalogEntry.class)
                .withRootValueSeparator("\n")
                .without(com.fasterxml.jackson.core.JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .writeValues(out)) {
            while (entries.hasNext()) {
                lines.write(entries.next());
            }
        }
    }

    /** Reads lazily, in constant memory. Closing the stream of entries closes the input. */
    public static Stream<CatalogEntry> read(InputStream in) {
        try {
            MappingIterator<CatalogEntry> lines = LINES.readValues(in);
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, 0), false)
                    .onClose(() -> close(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
