package dev.sluice.catalog;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sluice.pipeline.CommentsRef;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.Digests;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.Wire;
import dev.sluice.store.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The comments on the pages of a run, beside its catalog: a line for each page that has any, many pages to a file, so that
 * those of one page are found without reading the rest. To be written before the catalog's index.
 */
public final class CommentFiles {

    private static final int FILE_SIZE = 1 << 20;

    private final ObjectStore store;
    private final RunId run;
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private int number;

    public CommentFiles(ObjectStore store, RunId run) {
        this.store = store;
        this.run = run;
    }

    /** Adds the comments on one page; where they will lie once the files are {@linkplain #finish finished}. */
    public CommentsRef add(List<CommentThread> comments) {
        byte[] line = Wire.encode(comments);
        if (file.size() > 0 && file.size() + line.length > FILE_SIZE) {
            finish();
        }
        CommentsRef ref = new CommentsRef(
                DestinationLayout.comments(run, number), file.size(), line.length, Digests.sha256(line));
        file.writeBytes(line);
        file.write('\n');
        return ref;
    }

    /** Writes what was added so far. */
    public void finish() {
        if (file.size() > 0) {
            store.put(DestinationLayout.comments(run, number), new ByteArrayInputStream(file.toByteArray()));
            file.reset();
            number++;
        }
    }

    /** The comments on one page; {@link MissingCatalogException} when they are gone, or not what they were. */
    public static List<CommentThread> read(ObjectStore store, CommentsRef ref) {
        try (InputStream in = store.open(ref.key()).orElseThrow(() -> new MissingCatalogException(ref))) {
            in.skipNBytes(ref.offset());
            byte[] line = in.readNBytes(ref.length());
            if (!Digests.sha256(line).equals(ref.sha256())) {
                throw new MissingCatalogException(ref);
            }
            return Wire.json().readValue(line, new TypeReference<List<CommentThread>>() {});
        } catch (EOFException e) {
            throw new MissingCatalogException(ref);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
