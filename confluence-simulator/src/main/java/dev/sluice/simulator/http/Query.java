package dev.sluice.simulator.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, in their order. */
public record Query(List<Parameter> parameters) {

    /** One name and its decoded value. */
    public record Parameter(String name, String value) {

        String encoded() {
            return encode(name) + "=" + encode(value);
        }
    }

    public Query {
        parameters = List.copyOf(parameters);
    }

    static Query parse(@Nullable String raw) {
        List<Parameter> parameters = new ArrayList<>();
        if (raw != null && !raw.isEmpty()) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.add(new Parameter(decode(name), decode(value)));
            }
        }
        return new Query(parameters);
    }

    /** The first value of a parameter. */
    public Optional<String> one(String name) {
        return parameters.stream()
                .filter(p -> p.name.equals(name))
                .map(Parameter::value)
                .findFirst();
    }

    /** All values of a parameter, repeated or joined by commas. */
    public List<String> all(String name) {
        return parameters.stream()
                .filter(p -> p.name.equals(name))
                .flatMap(p -> List.of(p.value.split(",", -1)).stream())
                .filter(value -> !value.isBlank())
                .map(String::strip)
                .toList();
    }

    public long count(String name) {
        return parameters.stream().filter(p -> p.name.equals(name)).count();
    }

    public Query without(String name) {
        return new Query(parameters.stream().filter(p -> !p.name.equals(name)).toList());
    }

    /** With a parameter in front of the others. */
    public Query startingWith(String name, String value) {
        List<Parameter> longer = new ArrayList<>(parameters.size() + 1);
        longer.add(new Parameter(name, value));
        longer.addAll(parameters);
        return new Query(longer);
    }

    /** With a parameter after the others. */
    public Query endingWith(String name, String value) {
        List<Parameter> longer = new ArrayList<>(parameters);
        longer.add(new Parameter(name, value));
        return new Query(longer);
    }

    /** As it stands in an address, without the question mark. */
    public String encoded() {
        return parameters.stream().map(Parameter::encoded).collect(Collectors.joining("&"));
    }

    /** A value as it stands in an address. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String decode(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return value;
        }
    }
}
