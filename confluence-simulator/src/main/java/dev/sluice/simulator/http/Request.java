package dev.sluice.simulator.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request as the routes see it.
 *
 * @param path decoded segments
 * @param variables what stands in place of the names in the route
 * @param header gives the first value of a header, or null
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one request and is never compared
public record Request(
        String method,
        List<String> path,
        Query query,
        Map<String, String> variables,
        Function<String, @Nullable String> header,
        byte[] body) {

    /** What stands in the path in place of a name in braces. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException("the route has no {" + name + "}");
        }
        return value;
    }

    public Optional<String> findHeader(String name) {
        return Optional.ofNullable(header.apply(name));
    }

    /** A variable of the path as a number; empty when it is none. */
    public Optional<Long> number(String name) {
        return Numbers.parse(variable(name));
    }

    /** The same request, as it would have been sent to another path. */
    public Request at(List<String> otherPath) {
        return new Request(method, List.copyOf(otherPath), query, variables, header, body);
    }

    Request with(Map<String, String> newVariables) {
        return new Request(method, path, query, newVariables, header, body);
    }
}
