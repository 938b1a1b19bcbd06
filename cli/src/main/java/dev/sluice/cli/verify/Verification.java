package dev.sluice.cli.verify;

import dev.sluice.cli.destination.Destination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Reads the files of an export, on all cores, and compares them with what was exported. Changes nothing. */
public final class Verification {

    private static final int AT_ONCE = 2000;

    private final Destination destination;
    private final FileSums sums;
    private final AtomicLong bytes = new AtomicLong();
    private final KnownPaths known = new KnownPaths();
    private final List<RecordedFile> batch = new ArrayList<>(AT_ONCE);
    private final List<String> missing = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private int checked;

    public Verification(Destination destination) {
        this.destination = destination;
        this.sums = new FileSums(destination.folder());
    }

    /**
     * What was found; paths in order.
     *
     * @param unknown files that the export does not know: no damage
     */
    public record Result(
            int checked, List<String> missing, List<String> changed, List<String> unknown, long bytes, Duration took) {
        /** Whether every file is there and holds what was exported. */
        public boolean isClean() {
            return missing.isEmpty() && changed.isEmpty();
        }

        int intact() {
            return checked - missing.size() - changed.size();
        }
    }

    /** Looks at everything. */
    public Result run() {
        long start = System.nanoTime();
        new RecordedFiles(destination).forEach(this::add);
        compare();
        findUnknown();
        missing.sort(null);
        changed.sort(null);
        unknown.sort(null);
        return new Result(checked, missing, changed, unknown, bytes.get(), Duration.ofNanos(System.nanoTime() - start));
    }

    private void add(RecordedFile file) {
        known.add(file.path());
        if (file.required()) {
            batch.add(file);
        }
        if (batch.size() == AT_ONCE) {
            compare();
        }
    }

    private enum State {
        INTACT,
        MISSING,
        CHANGED
    }

    private void compare() {
        List<State> states = batch.parallelStream().map(this::stateOf).toList();
        for (int i = 0; i < states.size(); i++) {
            switch (states.get(i)) {
                case INTACT -> {}
                case MISSING -> missing.add(batch.get(i).path());
                case CHANGED -> changed.add(batch.get(i).path());
            }
        }
        checked += batch.size();
        batch.clear();
    }

    private State stateOf(RecordedFile file) {
        return sums.of(file.path(), bytes::addAndGet)
                .map(sum -> file.checksum().isEmpty() || sum.equals(file.checksum()) ? State.INTACT : State.CHANGED)
                .orElse(State.MISSING);
    }

    /** Hidden files and folders are others': Sluice gives no such names but to its own folder. */
    private void findUnknown() {
        Path folder = destination.folder();
        String snapshot = folder.relativize(destination.snapshot()).toString();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    boolean hidden = !directory.equals(folder) && isHidden(directory);
                    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String path = folder.relativize(file)
                            .toString()
                            .replace(file.getFileSystem().getSeparator(), "/");
                    boolean ours = path.equals(snapshot) || path.equals(snapshot + ".bak") || known.contains(path);
                    if (!ours && !isHidden(file)) {
                        unknown.add(path);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }
}
