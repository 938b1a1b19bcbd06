package dev.sluice.planner.crawl;

import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The attachments that were listed, on disk. */
final class FileSet implements AutoCloseable {

    private final SortedSpool<ListedFile> files = new SortedSpool<>(ListedFile.class, ListedFile.BY_PAGE);
    private @Nullable Instant newest;

    void add(ListedFile file) {
        newest = later(newest, file.file().version().createdAt());
        files.add(file);
    }

    /** The version of an attachment that was made last; null when there is none. */
    @Nullable
    Instant newest() {
        return newest;
    }

    /** Those that count, each once, by page. */
    Stream<ListedFile> stream(Predicate<ListedFile> counts) {
        @Nullable ListedFile[] before = {null};
        return files.sorted().filter(counts).filter(file -> {
            ListedFile last = before[0];
            before[0] = file;
            return last == null || ListedFile.BY_PAGE.compare(last, file) != 0;
        });
    }

    static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    @Override
    public void close() {
        files.close();
    }
}
