package dev.sluice.simulator.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a query from left to right. */
final class CqlParser {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*')|([(),])|(>=|<=|!=|!~|=|~|>|<)|([^\\s(),=~<>!\"']+))");

    private final List<String> tokens = new ArrayList<>();
    private int next;

    CqlParser(String text) {
        String rest = text.strip();
        Matcher matcher = TOKEN.matcher(rest);
        int end = 0;
        while (end < rest.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new IllegalArgumentException("cannot be read: " + rest.substring(end));
            }
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
    }

    Cql parse() {
        Cql.Condition condition = either();
        Sorting order = takeWord("order") ? order() : null;
        if (next < tokens.size()) {
            throw new IllegalArgumentException("not expected: " + tokens.get(next));
        }
        return new Cql(condition, order);
    }

    private Sorting order() {
        if (!takeWord("by")) {
            throw new IllegalArgumentException("by is missing after order");
        }
        String field = word();
        boolean descending = takeWord("desc");
        if (!descending) {
            takeWord("asc");
        }
        return Cql.order(field, descending);
    }

    private Cql.Condition either() {
        Cql.Condition left = both();
        while (takeWord("or")) {
            Cql.Condition one = left;
            Cql.Condition other = both();
            left = (page, now) -> one.test(page, now) || other.test(page, now);
        }
        return left;
    }

    private Cql.Condition both() {
        Cql.Condition left = single();
        while (takeWord("and")) {
            boolean negated = takeWord("not");
            Cql.Condition one = left;
            Cql.Condition other = single();
            left = (page, now) -> one.test(page, now) && other.test(page, now) != negated;
        }
        return left;
    }

    private Cql.Condition single() {
        if (take("(")) {
            Cql.Condition inner = either();
            require(")");
            return inner;
        }
        String field = word();
        if (takeWord("in")) {
            return Cql.comparison(field, "in", list());
        }
        if (takeWord("not")) {
            if (!takeWord("in")) {
                throw new IllegalArgumentException("in is missing after not");
            }
            return Cql.comparison(field, "not in", list());
        }
        return Cql.comparison(field, word(), List.of(value()));
    }

    private List<String> list() {
        require("(");
        List<String> values = new ArrayList<>(List.of(value()));
        while (take(",")) {
            values.add(value());
        }
        require(")");
        return values;
    }

    /** A text, a word, or a function as it is written. */
    private String value() {
        String text = word();
        if (text.matches("[=~<>!]+")) {
            throw new IllegalArgumentException("not expected: " + text);
        }
        if (text.startsWith("\"") || text.startsWith("'")) {
            return text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        if (take("(")) {
            String argument = peek().equals(")") ? "" : word();
            require(")");
            return text + "(" + argument + ")";
        }
        return text;
    }

    private String word() {
        String token = peek();
        if (token.isEmpty()) {
            throw new IllegalArgumentException("it ends too early");
        }
        if (token.equals("(") || token.equals(")") || token.equals(",")) {
            throw new IllegalArgumentException("not expected: " + token);
        }
        next++;
        return token;
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private boolean isWord(String wanted) {
        return peek().toLowerCase(Locale.ROOT).equals(wanted);
    }

    private boolean takeWord(String wanted) {
        boolean found = isWord(wanted);
        next += found ? 1 : 0;
        return found;
    }

    private boolean take(String wanted) {
        boolean found = peek().equals(wanted);
        next += found ? 1 : 0;
        return found;
    }

    private void require(String wanted) {
        if (!take(wanted)) {
            throw new IllegalArgumentException("expected " + wanted + ", not " + peek());
        }
    }
}
