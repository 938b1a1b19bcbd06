package dev.sluice.simulator.site;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A query in Confluence's query language: what it finds, among the fields that an export asks for. */
public final class Cql {

    private static final Pattern AGO = Pattern.compile("([+-]?)(\\d+)([yMwdhm])");
    private static final Map<String, Long> MINUTES =
            Map.of("y", 525_600L, "M", 43_200L, "w", 10_080L, "d", 1_440L, "h", 60L, "m", 1L);
    private static final long MINUTE = 60_000;

    private final Condition condition;
    private final @Nullable Sorting order;

    /** Whether content passes, at a time in milliseconds since 1970. */
    interface Condition {
        boolean test(Searchable page, long now);
    }

    Cql(Condition condition, @Nullable Sorting order) {
        this.condition = condition;
        this.order = order;
    }

    /** Reads a query; what Confluence would not understand is an {@link IllegalArgumentException}. */
    public static Cql parse(String text) {
        return new CqlParser(text).parse();
    }

    boolean matches(Searchable page, long now) {
        return condition.test(page, now);
    }

    /** In the order of the query, or else by age. */
    <S extends Sortable> List<S> sorted(Stream<S> found) {
        return found.sorted((order == null ? Sorting.BY_ID : order).comparator())
                .toList();
    }

    /** The order that a field name means. */
    static Sorting order(String field, boolean descending) {
        return switch (field.toLowerCase(Locale.ROOT)) {
            case "created" -> new Sorting(Sorting.Key.CREATED, descending);
            case "lastmodified" -> new Sorting(Sorting.Key.MODIFIED, descending);
            case "title" -> new Sorting(Sorting.Key.TITLE, descending);
            default -> throw new IllegalArgumentException("no such order: " + field);
        };
    }

    /** A comparison of a field with one or more values. */
    static Condition comparison(String field, String operator, List<String> values) {
        return switch (field.toLowerCase(Locale.ROOT)) {
            case "type" -> texts(operator, values, page -> List.of(page.word()));
            case "space", "space.key" -> texts(operator, values, page -> List.of(page.space().key));
            case "space.type" ->
                texts(operator, values, page -> List.of(page.space().view().type()));
            case "label" -> texts(operator, values, Searchable::labels);
            case "id", "content" -> texts(operator, values, page -> List.of(Long.toString(page.id())));
            case "title" -> texts(operator, values, page -> List.of(page.title()));
            case "parent" -> texts(operator, values, page -> parents(page));
            case "ancestor" -> texts(operator, values, Cql::ancestors);
            case "created" -> times(operator, one(values), Searchable::createdAt);
            case "lastmodified" -> times(operator, one(values), Searchable::modifiedAt);
            default -> throw new IllegalArgumentException("no such field: " + field);
        };
    }

    private static List<String> parents(Searchable page) {
        PageState parent = page.parent();
        return parent == null ? List.of() : List.of(Long.toString(parent.id));
    }

    private static List<String> ancestors(Searchable page) {
        List<String> ids = new ArrayList<>();
        for (PageState above = page.parent(); above != null; above = above.parent) {
            ids.add(Long.toString(above.id));
        }
        return ids;
    }

    private static Condition texts(String operator, List<String> wanted, Function<Searchable, List<String>> field) {
        BiPredicate<String, String> same = operator.endsWith("~")
                ? (text, part) -> text.toLowerCase(Locale.ROOT)
                        .contains(part.replace("*", "").toLowerCase(Locale.ROOT))
                : String::equalsIgnoreCase;
        Condition any = (page, _) ->
                field.apply(page).stream().anyMatch(text -> wanted.stream().anyMatch(each -> same.test(text, each)));
        return switch (operator) {
            case "=", "in", "~" -> any;
            case "!=", "not in", "!~" -> (page, now) -> !any.test(page, now);
            default -> throw new IllegalArgumentException("no such comparison of texts: " + operator);
        };
    }

    /** Dates are as precise as a minute. */
    private static Condition times(String operator, String value, Function<Searchable, Long> field) {
        return (page, now) -> {
            int order = Long.compare(field.apply(page) / MINUTE, time(value, now) / MINUTE);
            return switch (operator) {
                case "=" -> order == 0;
                case "!=" -> order != 0;
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                default -> throw new IllegalArgumentException("no such comparison of dates: " + operator);
            };
        };
    }

    private static long time(String value, long now) {
        if (value.startsWith("now(")) {
            Matcher ago = AGO.matcher(value);
            if (!ago.find()) {
                return now;
            }
            long minutes = Long.parseLong(ago.group(2)) * MINUTES.getOrDefault(ago.group(3), 0L);
            return now + (ago.group(1).equals("-") ? -minutes : minutes) * MINUTE;
        }
        String text = value.replace('/', '-');
        LocalDateTime time = text.length() > 10
                ? LocalDateTime.parse(text.replace(' ', 'T'))
                : LocalDate.parse(text).atStartOfDay();
        return time.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private static String one(List<String> values) {
        if (values.size() != 1) {
            throw new IllegalArgumentException("a date is compared with one value");
        }
        return values.getFirst();
    }
}
