package dev.sluice.systemtests.topology;

import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All files of a destination but for Sluice's own, with their bytes. */
public record OutputTree(SortedMap<String, byte[]> files) {

    private static final int SHOWN = 5;

    static OutputTree of(ObjectStore store) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<String> keys = store.list("")) {
            keys.filter(key -> !key.startsWith(DestinationLayout.HOME))
                    .forEach(key -> files.put(key, bytes(store, key)));
        }
        return new OutputTree(files);
    }

    public static OutputTree of(Path folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Path file : filesIn(folder)) {
            try {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new OutputTree(files);
    }

    /** The files of a folder but for Sluice's own; some may come or go meanwhile. */
    public static List<Path> filesIn(Path folder) {
        Path home = folder.resolve(".sluice");
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return directory.equals(home) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    found.add(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException vanished) throws IOException {
                    if (vanished instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw vanished;
                }
            });
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(ObjectStore store, String key) {
        try (InputStream in = store.open(key).orElseThrow()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Set<String> paths() {
        return files.keySet();
    }

    /** What tells this tree from another one, in sentences; empty when they are byte-identical. */
    public List<String> differencesFrom(OutputTree expected) {
        List<String> differences = new ArrayList<>();
        Set<String> all = new TreeSet<>(paths());
        all.addAll(expected.paths());
        for (String path : all) {
            byte[] mine = files.get(path);
            byte[] theirs = expected.files.get(path);
            if (mine == null) {
                differences.add("missing: " + path);
            } else if (theirs == null) {
                differences.add("superfluous: " + path);
            } else if (!Arrays.equals(mine, theirs)) {
                differences.add("other bytes: %s%n    %s".formatted(path, firstDifference(mine, theirs)));
            }
        }
        int more = differences.size() - SHOWN;
        return more <= 0
                ? differences
                : Stream.concat(differences.stream().limit(SHOWN), Stream.of("and %d more".formatted(more)))
                        .toList();
    }

    private static String firstDifference(byte[] mine, byte[] theirs) {
        int at = Math.max(0, Arrays.mismatch(mine, theirs) - 40);
        return "at %d: <%s> instead of <%s>".formatted(at, excerpt(mine, at), excerpt(theirs, at));
    }

    private static String excerpt(byte[] bytes, int from) {
        int to = Math.min(bytes.length, from + 120);
        return from >= to ? "" : new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
