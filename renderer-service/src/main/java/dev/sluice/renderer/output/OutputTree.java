package dev.sluice.renderer.output;

import dev.sluice.pipeline.StoredCopy;
import dev.sluice.store.ObjectStore;
import dev.sluice.store.StoredObject;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes files whose bytes differ from what is there, and leaves the others untouched. */
final class OutputTree {

    private final ObjectStore store;

    OutputTree(ObjectStore store) {
        this.store = store;
    }

    Placed write(String path, byte[] bytes) {
        String checksum = sha256(bytes);
        boolean same = holds(path, checksum);
        if (!same) {
            StoredObject stored = store.put(path, new ByteArrayInputStream(bytes));
            require(path, checksum, stored.sha256());
        }
        return new Placed(new StoredCopy(path, checksum, bytes.length), !same);
    }

    /** Brings a staged file to its path. Done twice, the second time finds it there. */
    Placed place(StoredCopy staged, String path) {
        StoredCopy file = new StoredCopy(path, staged.sha256(), staged.size());
        if (holds(path, staged.sha256())) {
            store.delete(staged.key());
            return new Placed(file, false);
        }
        if (!store.move(staged.key(), path)) {
            throw new DamagedException(
                    "The downloaded file for '%s' is no longer in the staging area.".formatted(path));
        }
        return new Placed(file, true);
    }

    private boolean holds(String path, String checksum) {
        return store.sha256(path).filter(checksum::equals).isPresent();
    }

    private static void require(String path, String expected, String stored) {
        if (!expected.equals(stored)) {
            throw new DamagedException(
                    "The destination stored other bytes for '%s' than it was given.".formatted(path));
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
