package dev.sluice.planner.path;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Paths of files that are given away, so that no two are alike and no file lies where a folder is. */
final class TakenPaths {

    private final Set<String> files = new HashSet<>();
    private final Set<String> folders = new HashSet<>();

    /**
     * A path of these folders and this name; with the id before the extension when the plain one is taken, and by the id
     * alone when it would be too long.
     */
    String take(List<String> parents, String base, String extension, String id) {
        String folder = parents.isEmpty() ? "" : String.join("/", parents) + "/";
        boolean fits = SafeName.utf8Length(folder + base + extension) <= PathPlan.MAX_PATH_BYTES;
        String name = fits ? base : SafeName.ofTitle(id);
        String place = withoutFiles(fits ? folder : parents.getFirst() + "/_long/");
        String path = place + name + extension;
        for (int i = 0; !isFree(path); i++) {
            path = place + name + " (" + id + ")" + "_".repeat(i) + extension;
        }
        return claim(path);
    }

    /** Takes a path that nothing else has. */
    String claim(String path) {
        files.add(SafeName.folded(path));
        foldersOf(path);
        return path;
    }

    /** Where a file lies already, there can be no folder: the folder gets another name. */
    private String withoutFiles(String folder) {
        StringBuilder path = new StringBuilder();
        for (String name : folder.isEmpty() ? new String[0] : folder.split("/")) {
            String free = name;
            while (files.contains(SafeName.folded(path + free))) {
                free += "_";
            }
            path.append(free).append('/');
        }
        return path.toString();
    }

    private boolean isFree(String path) {
        String folded = SafeName.folded(path);
        return !files.contains(folded) && !folders.contains(folded);
    }

    private void foldersOf(String path) {
        String folded = SafeName.folded(path);
        for (int slash = folded.lastIndexOf('/'); slash > 0; slash = folded.lastIndexOf('/', slash - 1)) {
            if (!folders.add(folded.substring(0, slash))) {
                return;
            }
        }
    }
}
