package dev.sluice.planner.crawl;

import dev.sluice.catalog.CommentThread;
import dev.sluice.confluence.Comment;
import dev.sluice.pipeline.Person;
import dev.sluice.pipeline.Wire;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Comments come in the order of the site and are wanted page by page: a temporary file holds them meanwhile. */
final class CommentSpool implements AutoCloseable {

    private final Path path;
    private final RandomAccessFile file;
    private final Map<String, List<Long>> positions = new HashMap<>();

    /** A comment and what it answers. */
    record Single(@Nullable String parent, CommentThread comment) {}

    private CommentSpool(Path path) throws IOException {
        this.path = path;
        this.file = new RandomAccessFile(path.toFile(), "rw");
    }

    static CommentSpool open() {
        try {
            return new CommentSpool(Files.createTempFile("sluice-comments", ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void add(Comment comment) {
        byte[] bytes = Wire.encode(single(comment));
        try {
            long position = file.length();
            file.seek(position);
            file.writeInt(bytes.length);
            file.write(bytes);
            positions
                    .computeIfAbsent(comment.pageId(), ignored -> new ArrayList<>(2))
                    .add(position);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The comments on a page, in the order in which they came. */
    synchronized List<Single> of(String pageId) {
        List<Single> comments = new ArrayList<>();
        try {
            for (long position : positions.getOrDefault(pageId, List.of())) {
                file.seek(position);
                byte[] bytes = new byte[file.readInt()];
                file.readFully(bytes);
                comments.add(Wire.decode(bytes, Single.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return comments;
    }

    private static Single single(Comment comment) {
        dev.sluice.confluence.Person author = comment.author();
        return new Single(
                comment.parentId(),
                new CommentThread(
                        comment.id(),
                        author == null ? null : new Person(author.id(), author.name()),
                        comment.writtenAt(),
                        comment.quoted(),
                        comment.resolved(),
                        comment.storage(),
                        List.of()));
    }

    @Override
    public void close() {
        try {
            file.close();
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
