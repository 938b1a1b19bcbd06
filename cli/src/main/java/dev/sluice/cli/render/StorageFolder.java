package dev.sluice.cli.render;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The storage files of a folder, and which of them a title or an id means. */
final class StorageFolder {

    /** What storage files are called. */
    static final Set<String> EXTENSIONS = Set.of("xml", "xhtml", "html", "storage");

    private final Path root;
    private final List<StorageFile> files = new ArrayList<>();
    private final List<RenderReport.Failure> unreadable = new ArrayList<>();
    private final Map<String, List<StorageFile>> byTitle = new HashMap<>();
    private final Map<String, StorageFile> byOutput = new HashMap<>();

    private StorageFolder(Path root) {
        this.root = root;
    }

    /** One file alone, whatever its extension. */
    static StorageFolder of(Path file) {
        StorageFolder folder = new StorageFolder(file.toAbsolutePath().resolveSibling(""));
        folder.add(List.of(file.toAbsolutePath()));
        return folder;
    }

    /** Every storage file in the folder and its folders, but for hidden ones; in the order of their paths. */
    static StorageFolder in(Path root) throws IOException {
        StorageFolder folder = new StorageFolder(root);
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return !directory.equals(root) && isHidden(directory)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!isHidden(file) && EXTENSIONS.contains(extension(file)) && Files.isRegularFile(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                folder.unreadable.add(new RenderReport.Failure(folder.relative(file), Reasons.of(e)));
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(Comparator.comparing(folder::relative));
        folder.add(found);
        return folder;
    }

    List<StorageFile> files() {
        return files;
    }

    /** Files and folders that could not be looked into. */
    List<RenderReport.Failure> unreadable() {
        return unreadable;
    }

    /** The page of that title: the one in the same folder, otherwise the only one there is. */
    Optional<StorageFile> find(String title, StorageFile from) {
        List<StorageFile> named = byTitle.getOrDefault(key(title), List.of());
        Optional<StorageFile> near = named.stream()
                .filter(page -> page.folder().equals(from.folder()))
                .findFirst();
        return near.isPresent() || named.size() != 1 ? near : Optional.of(named.getFirst());
    }

    /** The page whose Markdown goes to that path. */
    Optional<StorageFile> at(String output) {
        return Optional.ofNullable(byOutput.get(output));
    }

    /** Whether there is such a file beside the storage files; its path is relative to the folder. */
    boolean holds(String path) {
        return Files.isRegularFile(root.resolve(path));
    }

    Path resolve(String path) {
        return root.resolve(path);
    }

    private void add(List<Path> found) {
        Set<String> taken = new HashSet<>();
        for (Path file : found) {
            String source = relative(file);
            String extension = extension(file);
            String base = extension.isEmpty() ? source : source.substring(0, source.length() - extension.length() - 1);
            String output = base + ".md";
            if (!taken.add(output.toLowerCase(Locale.ROOT))) {
                output = base + " (" + extension + ").md";
            }
            StorageFile page = new StorageFile(file, source, base.substring(base.lastIndexOf('/') + 1), output);
            files.add(page);
            byOutput.put(output, page);
            byTitle.computeIfAbsent(key(page.title()), title -> new ArrayList<>())
                    .add(page);
        }
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 1 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Equal for a title and the file names that may stand for it: what file systems refuse is an underscore there. */
    private static String key(String title) {
        return title.strip()
                .replaceAll("[<>:\"/\\\\|?*\\p{Cntrl}]", "_")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
