package dev.sluice.markdown.storage;

import java.util.ArrayList;
import java.util.List;

/** Paths from one file of the export to another. */
final class RelativePath {

    private RelativePath() {}

    /** The way from the folder of {@code from} to {@code to}; both relative to the destination, {@code /} between parts. */
    static String between(String from, String to) {
        String[] source = from.split("/", -1);
        String[] target = to.split("/", -1);
        int shared = 0;
        while (shared < source.length - 1 && shared < target.length - 1 && source[shared].equals(target[shared])) {
            shared++;
        }
        List<String> way = new ArrayList<>();
        for (int i = shared; i < source.length - 1; i++) {
            way.add("..");
        }
        for (int i = shared; i < target.length; i++) {
            way.add(target[i]);
        }
        return String.join("/", way);
    }
}
