package dev.sluice.simulator.datacenter;

import dev.sluice.simulator.http.Request;
import java.util.List;

/** What a request wants expanded, as paths such as {@code history.lastUpdated}. */
record Expansions(List<String> paths) {

    private static final int WITH_BODY = 50;
    private static final int WITH_ANY = 200;
    private static final int WITH_NONE = 1000;

    static Expansions of(Request request, String otherwise) {
        List<String> asked = request.query().all("expand");
        return new Expansions(asked.isEmpty() && !otherwise.isEmpty() ? List.of(otherwise.split(",", -1)) : asked);
    }

    /** Whether a path, or something below it, is to be expanded. */
    boolean has(String path) {
        return paths.stream().anyMatch(each -> each.equals(path) || each.startsWith(path + "."));
    }

    /** Greatest number of items that Data Center gives with these expansions, whatever limit was asked for. */
    int cap() {
        if (paths.isEmpty()) {
            return WITH_NONE;
        }
        boolean body = paths.stream()
                .anyMatch(path -> path.equals("body") || path.startsWith("body.") || path.contains(".body."));
        return body ? WITH_BODY : WITH_ANY;
    }

    /** What remains of the paths below a prefix. */
    Expansions below(String prefix) {
        return new Expansions(paths.stream()
                .filter(path -> path.startsWith(prefix + "."))
                .map(path -> path.substring(prefix.length() + 1))
                .toList());
    }
}
