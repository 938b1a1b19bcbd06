package dev.sluice.markdown.storage;

/** Paths from one file of the export to another. */
final class RelativePath {

    private RelativePath() {}

    /** The way from the folder of {@code from} to {@code to}; both relative to the destination, {@code /} between parts. */
    static String between(String from, String to) {
        int shared = sharedFolders(from, to);
        StringBuilder way = new StringBuilder(to.length());
        for (int i = from.indexOf('/', shared); i >= 0; i = from.indexOf('/', i + 1)) {
            way.append("../");
        }
        return way.append(to, shared, to.length()).toString();
    }

    /** Where the folders end, with their slash, that both paths begin with. */
    private static int sharedFolders(String from, String to) {
        int shared = 0;
        for (int i = 0; i < Math.min(from.length(), to.length()) && from.charAt(i) == to.charAt(i); i++) {
            if (from.charAt(i) == '/') {
                shared = i + 1;
            }
        }
        return shared;
    }
}
