package dev.sluice.store;

import dev.sluice.store.StoreException.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Turns keys into paths below a root and back; refuses every path that would lead out of it, also by a link. */
final class LocalPaths {

    static final String TEMPORARY_PREFIX = ".sluice/tmp/";

    private final Path root;

    /** @param root an existing folder, as its real path */
    LocalPaths(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    Path temporaryFolder() {
        return root.resolve(TEMPORARY_PREFIX);
    }

    /** Where the object with this key is or would be; its folders stay inside the root even when they are links. */
    Path require(String key) {
        ObjectKeys.requireSafe(key);
        if (key.startsWith(TEMPORARY_PREFIX)) {
            throw new IllegalArgumentException("reserved for unfinished files: " + key);
        }
        Path path = resolve(key);
        requireInside(key, parent(path));
        return path;
    }

    /** Like {@link #require}, for an object that must exist as a file; a link is followed as long as it stays inside. */
    Optional<Path> find(String key) {
        Path path = require(key);
        if (Files.isSymbolicLink(path)) {
            requireInside(key, path);
        }
        return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
    }

    /** The folder of a path below the root. */
    static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent(), "a path below the root has a folder");
    }

    String key(Path path) {
        String relative = root.relativize(path).toString();
        return relative.replace(root.getFileSystem().getSeparator(), "/");
    }

    /** The deepest folder that holds every key with this prefix. */
    Path folderOf(String prefix) {
        int slash = prefix.lastIndexOf('/');
        if (slash < 0) {
            return root;
        }
        String folder = ObjectKeys.requireSafe(prefix.substring(0, slash));
        Path path = resolve(folder);
        requireInside(folder, path);
        return path;
    }

    private Path resolve(String key) {
        try {
            Path path = root.resolve(key).normalize();
            if (!path.startsWith(root) || path.equals(root)) {
                throw escape(key);
            }
            return path;
        } catch (InvalidPathException e) {
            throw new StoreException(
                    Category.UNAVAILABLE,
                    "The file system cannot hold the name " + key + ": " + e.getReason()
                            + "; on Linux, set LC_ALL to a UTF-8 locale.",
                    e);
        }
    }

    private void requireInside(String key, Path path) {
        Path existing = path;
        while (true) {
            try {
                if (!existing.toRealPath().startsWith(root)) {
                    throw escape(key);
                }
                return;
            } catch (NoSuchFileException e) {
                if (Files.isSymbolicLink(existing)) {
                    throw escape(key);
                }
                existing = parent(existing);
            } catch (IOException e) {
                throw LocalFailures.of("look up", existing, e);
            }
        }
    }

    private StoreException escape(String key) {
        return new StoreException(
                Category.FORBIDDEN, "Refused: " + key + " leads out of " + root + "; remove the link it goes through.");
    }
}
