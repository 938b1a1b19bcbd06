package dev.sluice.simulator.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes a space of a folder: every storage body becomes a page with the name of its file, every sub-folder that holds
 * any becomes their parent. A file and a folder of the same name are one page. Titles that occur twice get a number.
 */
public final class BodyFolder {

    private static final List<String> ENDINGS = List.of(".xhtml", ".xml", ".html");

    private final SiteChanges changes;
    private final Set<String> titles = new HashSet<>();

    public BodyFolder(SiteChanges changes) {
        this.changes = changes;
    }

    /** Loads in the order of names, so that equal folders give equal sites. */
    public void load(String key, String name, Path folder) {
        long home = changes.homepageOf(changes.createSpace(key, name));
        titles.add(name);
        load(key, home, folder);
    }

    private void load(String key, long parent, Path folder) {
        for (Path path : sorted(folder)) {
            if (Files.isDirectory(path)) {
                if (holdsBodies(path)) {
                    load(
                            key,
                            changes.createPage(
                                    key, parent, title(path.getFileName().toString()), ""),
                            path);
                }
            } else if (isBody(path)) {
                long page = changes.createPage(key, parent, title(stem(path)), read(path));
                Path children = folder.resolve(stem(path));
                if (Files.isDirectory(children)) {
                    load(key, page, children);
                }
            }
        }
    }

    /** The entries of a folder without the sub-folders that belong to a file beside them. */
    private static List<Path> sorted(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> all = entries.sorted(
                            Comparator.comparing(path -> path.getFileName().toString()))
                    .toList();
            Set<String> stems = new HashSet<>();
            all.stream().filter(BodyFolder::isBody).forEach(path -> stems.add(stem(path)));
            return all.stream()
                    .filter(path -> !Files.isDirectory(path)
                            || !stems.contains(path.getFileName().toString()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the folder " + folder, unreadable);
        }
    }

    private static boolean holdsBodies(Path folder) {
        try (Stream<Path> below = Files.walk(folder)) {
            return below.anyMatch(BodyFolder::isBody);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the folder " + folder, unreadable);
        }
    }

    private static boolean isBody(Path path) {
        String name = path.getFileName().toString();
        return Files.isRegularFile(path) && ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static String stem(Path path) {
        String name = path.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the body " + path, unreadable);
        }
    }

    private String title(String wanted) {
        String title = wanted;
        for (int number = 2; !titles.add(title); number++) {
            title = wanted + " (" + number + ")";
        }
        return title;
    }
}
