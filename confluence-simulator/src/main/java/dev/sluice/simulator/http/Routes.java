package dev.sluice.simulator.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the handler of a request by method and path; a path like {@code /pages/{id}} has names for what varies. */
public final class Routes {

    private final Map<String, List<Route>> bySize = new HashMap<>();
    private final String context;

    /** Routes below a context path such as {@code /wiki}, which their endpoints leave out; empty for none. */
    public Routes(String context) {
        this.context = context;
    }

    /** A route and the request with the variables of its path. */
    public record Match(Route route, Request request) {}

    /**
     * One method and path.
     *
     * @param endpoint name for statistics
     */
    public record Route(String endpoint, List<String> segments, Handler handler) {}

    public Routes get(String path, Handler handler) {
        return add("GET", path, handler);
    }

    public Routes post(String path, Handler handler) {
        return add("POST", path, handler);
    }

    public Routes delete(String path, Handler handler) {
        return add("DELETE", path, handler);
    }

    private Routes add(String method, String path, Handler handler) {
        List<String> segments = List.of((context + path).substring(1).split("/", -1));
        bySize.computeIfAbsent(method + segments.size(), key -> new ArrayList<>())
                .add(new Route(method + " " + path, segments, handler));
        return this;
    }

    /** The first route that fits. */
    public Optional<Match> find(Request request) {
        for (Route route : bySize.getOrDefault(request.method() + request.path().size(), List.of())) {
            Optional<Map<String, String>> variables = variables(route, request.path());
            if (variables.isPresent()) {
                return Optional.of(new Match(route, request.with(variables.get())));
            }
        }
        return Optional.empty();
    }

    private static Optional<Map<String, String>> variables(Route route, List<String> path) {
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String expected = route.segments.get(i);
            if (expected.startsWith("{")) {
                variables.put(expected.substring(1, expected.length() - 1), path.get(i));
            } else if (!expected.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
