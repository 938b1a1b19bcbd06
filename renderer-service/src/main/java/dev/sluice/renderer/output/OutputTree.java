package dev.sluice.renderer.output;

import dev.sluice.pipeline.Digests;
import dev.sluice.pipeline.StoredCopy;
import dev.sluice.store.ObjectStore;
import dev.sluice.store.StoredObject;
import java.io.ByteArrayInputStream;
import java.util.List;

/** Writes files whose bytes differ from what is there, and leaves the others untouched. */
final class OutputTree {

    private final ObjectStore store;

    OutputTree(ObjectStore store) {
        this.store = store;
    }

    /** Whether a file lies there that holds none of these. */
    boolean isEdited(String path, List<String> checksums) {
        return store.sha256(path).filter(found -> !checksums.contains(found)).isPresent();
    }

    Placed write(String path, byte[] bytes) {
        if (size(path) == bytes.length) {
            String checksum = Digests.sha256(bytes);
            if (holds(path, checksum)) {
                return new Placed(new StoredCopy(path, checksum, bytes.length), false);
            }
        }
        StoredObject stored = store.put(path, new ByteArrayInputStream(bytes));
        return new Placed(new StoredCopy(path, stored.sha256(), stored.size()), true);
    }

    /** Writes a picture whose path is made of its content; {@code spare}: not over what someone else put there. */
    StoredCopy keep(String path, byte[] picture, boolean spare) {
        StoredCopy file = new StoredCopy(path, Digests.sha256(picture), picture.length);
        return spare && isEdited(path, List.of(file.sha256()))
                ? file
                : write(path, picture).file();
    }

    /** Brings a staged file to its path. Done twice, the second time finds it there. */
    Placed place(StoredCopy staged, String path) {
        StoredCopy file = new StoredCopy(path, staged.sha256(), staged.size());
        if (size(path) == staged.size() && holds(path, staged.sha256())) {
            store.delete(staged.key());
            return new Placed(file, false);
        }
        if (!store.move(staged.key(), path)) {
            throw new DamagedException(
                    "The downloaded file for '%s' is no longer in the staging area.".formatted(path));
        }
        return new Placed(file, true);
    }

    /** Drops a staged file that is not to be placed. */
    void drop(StoredCopy staged) {
        store.delete(staged.key());
    }

    private boolean holds(String path, String checksum) {
        return store.sha256(path).filter(checksum::equals).isPresent();
    }

    private long size(String path) {
        return store.size(path).orElse(-1L);
    }
}
