package dev.sluice.planner.crawl;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.sluice.pipeline.Wire;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Takes any number of items in any order and gives them sorted, in constant memory: sorted runs in a temporary file are
 * merged. Equal items come in the order in which they were added. A few stay in memory alone.
 */
final class SortedSpool<T> implements AutoCloseable {

    /** So many items are sorted in memory. */
    private static final int RUN = 2_000;

    private final Class<T> type;
    private final Comparator<? super T> order;
    private final int runLength;
    private final ObjectWriter writer;
    private final ObjectReader reader;
    private final List<T> newest = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private @Nullable FileChannel file;

    /** Where in the file it lies. */
    private record Run(long start, long end) {}

    SortedSpool(Class<T> type, Comparator<? super T> order) {
        this(type, order, RUN);
    }

    SortedSpool(Class<T> type, Comparator<? super T> order, int runLength) {
        this.type = type;
        this.order = order;
        this.runLength = runLength;
        // halves of characters, which no UTF-8 can hold, stay what they are
        this.writer = Wire.json().writerFor(type).with(JsonWriteFeature.ESCAPE_NON_ASCII);
        this.reader = Wire.json().readerFor(type);
    }

    void add(T item) {
        newest.add(item);
        if (newest.size() == runLength) {
            spill();
        }
    }

    /** All items so far, sorted; can be asked for again. */
    Stream<T> sorted() {
        if (runs.isEmpty()) {
            return newest.stream().sorted(order);
        }
        if (!newest.isEmpty()) {
            spill();
        }
        Merge merge = new Merge();
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(merge, 0), false);
    }

    private void spill() {
        newest.sort(order);
        try {
            FileChannel open = file();
            long start = open.size();
            open.position(start);
            DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(open), 1 << 16));
            for (T item : newest) {
                byte[] bytes = writer.writeValueAsBytes(item);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
            out.flush();
            runs.add(new Run(start, open.position()));
        } catch (IOException e) {
            throw new UncheckedIOException("The listing of " + type.getSimpleName() + " cannot be kept on disk.", e);
        }
        newest.clear();
    }

    private FileChannel file() throws IOException {
        FileChannel open = file;
        if (open == null) {
            Path path = Files.createTempFile("sluice-listing", ".spool");
            open = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            file = open;
        }
        return open;
    }

    @Override
    public void close() {
        newest.clear();
        runs.clear();
        FileChannel open = file;
        file = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The runs, merged. */
    private final class Merge implements Iterator<T> {
        private final PriorityQueue<Head<T>> heads;

        Merge() {
            this.heads = new PriorityQueue<>(
                    Comparator.<Head<T>, T>comparing(Head::item, order).thenComparingInt(Head::run));
            for (int run = 0; run < runs.size(); run++) {
                advance(
                        run,
                        new DataInputStream(new RunInput(
                                requireOpen(),
                                runs.get(run).start(),
                                runs.get(run).end())));
            }
        }

        private FileChannel requireOpen() {
            FileChannel open = file;
            if (open == null) {
                throw new IllegalStateException("closed");
            }
            return open;
        }

        @Override
        public boolean hasNext() {
            return !heads.isEmpty();
        }

        @Override
        public T next() {
            Head<T> head = heads.poll();
            if (head == null) {
                throw new NoSuchElementException();
            }
            advance(head.run(), head.rest());
            return head.item();
        }

        private void advance(int run, DataInputStream rest) {
            try {
                if (rest.available() > 0) {
                    byte[] bytes = new byte[rest.readInt()];
                    rest.readFully(bytes);
                    heads.add(new Head<>(reader.readValue(bytes), run, rest));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The listing cannot be read back from disk.", e);
            }
        }
    }

    /** The first item of a run that is still to come. */
    private record Head<T>(T item, int run, DataInputStream rest) {}
}
