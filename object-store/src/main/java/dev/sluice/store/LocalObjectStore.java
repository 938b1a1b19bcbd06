package dev.sluice.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * Objects as files below a root folder. A file is written beside the others under {@code .sluice/tmp} and renamed into
 * place, so that a killed process leaves nothing half-written; what such a process left there is swept a day later.
 * Links are followed only as long as they stay inside the root. Files are not forced to the disk one by one: a power
 * cut, unlike a kill, can lose the newest ones.
 */
public final class LocalObjectStore implements ObjectStore {

    private static final Duration LEFTOVER_AGE = Duration.ofDays(1);
    /** How often a rename is tried when another process removes the folder, just then empty, that it needs. */
    private static final int RENAME_ATTEMPTS = 16;

    private final LocalPaths paths;
    private final LocalTemporaries temporaries;
    /** Shared by those who need a folder to stay, exclusive for those who remove empty ones. */
    private final ReadWriteLock folders = new ReentrantReadWriteLock();

    private LocalObjectStore(LocalPaths paths) {
        this.paths = paths;
        this.temporaries = new LocalTemporaries(paths.temporaryFolder());
    }

    /** Opens the folder, which is made when it does not exist. */
    public static LocalObjectStore open(Path root) {
        return open(root, Clock.systemUTC());
    }

    static LocalObjectStore open(Path root, Clock clock) {
        try {
            Files.createDirectories(root);
            LocalPaths paths = new LocalPaths(root.toRealPath());
            LocalObjectStore store = new LocalObjectStore(paths);
            paths.folderOf(LocalPaths.TEMPORARY_PREFIX);
            Files.createDirectories(paths.temporaryFolder());
            store.temporaries.sweep(clock.instant().minus(LEFTOVER_AGE));
            return store;
        } catch (IOException e) {
            throw LocalFailures.of("open", root, e);
        }
    }

    @Override
    public StoredObject put(String key, InputStream bytes) {
        Path target = paths.require(key);
        Path temporary = temporaries.next();
        CountedSource source = new CountedSource(bytes);
        boolean placed = false;
        try {
            try (OutputStream out = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW)) {
                source.transferTo(out);
            }
            place(temporary, target);
            placed = true;
            return source.stored(key);
        } catch (IOException e) {
            if (e.equals(source.failure())) {
                throw new UncheckedIOException(e);
            }
            throw LocalFailures.of("write", target, e);
        } finally {
            if (!placed) {
                temporaries.discard(temporary);
            }
        }
    }

    @Override
    public boolean putIfAbsent(String key, byte[] bytes) {
        Path target = paths.require(key);
        Path temporary = temporaries.next();
        try {
            Files.write(temporary, bytes, StandardOpenOption.CREATE_NEW);
            place(temporary, target, () -> Files.createLink(target, temporary));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw LocalFailures.of("write", target, e);
        } finally {
            temporaries.discard(temporary);
        }
    }

    @Override
    public Optional<InputStream> open(String key) {
        Optional<Path> file = paths.find(key);
        try {
            return file.isEmpty() ? Optional.empty() : Optional.of(Files.newInputStream(file.get()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw LocalFailures.of("read", file.get(), e);
        }
    }

    @Override
    public Optional<Long> size(String key) {
        Optional<Path> file = paths.find(key);
        try {
            return file.isEmpty() ? Optional.empty() : Optional.of(Files.size(file.get()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw LocalFailures.of("read", file.get(), e);
        }
    }

    @Override
    public boolean move(String from, String to) {
        Path target = paths.require(to);
        Optional<Path> source = paths.find(from);
        if (source.isEmpty() || source.get().equals(target)) {
            return source.isPresent();
        }
        try {
            place(source.get(), target);
            removeEmptyFolders(LocalPaths.parent(source.get()));
            return true;
        } catch (IOException e) {
            if (!Files.exists(source.get(), LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            throw LocalFailures.of("move " + from + " to", target, e);
        }
    }

    @Override
    public boolean copy(String from, String to) {
        Path target = paths.require(to);
        Optional<Path> source = paths.find(from);
        if (source.isEmpty() || source.get().equals(target)) {
            return source.isPresent();
        }
        Path temporary = temporaries.next();
        try {
            Files.copy(source.get(), temporary);
            place(temporary, target);
            return true;
        } catch (IOException e) {
            throw LocalFailures.of("copy " + from + " to", target, e);
        } finally {
            temporaries.discard(temporary);
        }
    }

    @Override
    public boolean isSame(String one, String other) {
        Optional<Path> first = paths.find(one);
        Optional<Path> second = paths.find(other);
        if (first.isEmpty() || second.isEmpty()) {
            return one.equals(other);
        }
        try {
            return Files.isSameFile(first.get(), second.get());
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw LocalFailures.of("read", first.get(), e);
        }
    }

    @Override
    public boolean delete(String key) {
        Path file = paths.require(key);
        try {
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) || !Files.deleteIfExists(file)) {
                return false;
            }
            removeEmptyFolders(LocalPaths.parent(file));
            return true;
        } catch (IOException e) {
            throw LocalFailures.of("delete", file, e);
        }
    }

    @Override
    public Stream<String> list(String prefix) {
        return walk(paths.folderOf(prefix)).map(paths::key).filter(key -> key.startsWith(prefix));
    }

    @Override
    public void close() {
        // holds nothing open between calls
    }

    private void place(Path source, Path target) throws IOException {
        place(source, target, () -> Files.move(source, target, StandardCopyOption.ATOMIC_MOVE));
    }

    /** A way to give a file its place, which needs the folder to be there. */
    @FunctionalInterface
    private interface Placement {
        Object run() throws IOException;
    }

    private void place(Path source, Path target, Placement placement) throws IOException {
        folders.readLock().lock();
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    Object _ = placement.run();
                    return;
                } catch (NoSuchFileException e) {
                    if (attempt == RENAME_ATTEMPTS || !Files.exists(source, LinkOption.NOFOLLOW_LINKS)) {
                        throw e;
                    }
                    makeFolder(LocalPaths.parent(target));
                }
            }
        } finally {
            folders.readLock().unlock();
        }
    }

    /** Another process may remove a folder in between, when it has just become empty. */
    private static void makeFolder(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (NoSuchFileException | FileAlreadyExistsException e) {
            // the next attempt makes it, or says what is in the way
            return;
        }
    }

    private void removeEmptyFolders(Path deepest) {
        folders.writeLock().lock();
        try {
            for (Path folder = deepest; !folder.equals(paths.root()); folder = LocalPaths.parent(folder)) {
                Files.delete(folder);
            }
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            return;
        } catch (IOException e) {
            // an empty folder that may not be removed is no reason to fail: the object itself is gone
            return;
        } finally {
            folders.writeLock().unlock();
        }
    }

    @SuppressWarnings("StreamResourceLeak") // closed with the stream that it becomes a part of
    private Stream<Path> walk(Path folder) {
        if (folder.equals(paths.temporaryFolder())) {
            return Stream.empty();
        }
        try {
            return Files.list(folder).flatMap(this::filesAt);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw LocalFailures.of("list", folder, e);
        }
    }

    private Stream<Path> filesAt(Path path) {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return walk(path);
        }
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? Stream.of(path) : Stream.empty();
    }
}
