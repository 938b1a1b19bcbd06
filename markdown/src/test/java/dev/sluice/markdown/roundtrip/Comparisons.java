package dev.sluice.markdown.roundtrip;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** When two things are the same although they are written differently. */
final class Comparisons {

    private Comparisons() {}

    static boolean sameHeading(Facts.Heading source, Facts.Heading found) {
        return source.level() == found.level() && holds(found.text(), source.text());
    }

    /** A source target is a name or address; the Markdown leads to a file with that name or to that address. */
    static boolean sameTarget(String source, String found) {
        if (source.startsWith("#")) {
            return found.startsWith("#");
        }
        String wanted =
                decoded(source.replace("https://wiki.example/pages/", "by-id/").replace("#Part", ".md"));
        int hash = wanted.indexOf('#');
        boolean fragment = hash > 0 && !wanted.contains("://");
        String name = fragment ? wanted.substring(0, hash) : wanted;
        return found.equals(wanted) || found.replace('/', ' ').contains(name.replace('/', ' '));
    }

    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return address;
        }
    }

    /** The expected links sorted to stand in the order of the found ones, so that only missing ones count as lost. */
    static List<String> anyOrder(List<String> expected, List<String> found) {
        List<String> left = new ArrayList<>(expected);
        List<String> sorted = new ArrayList<>();
        for (String target : found) {
            left.stream()
                    .filter(source -> sameTarget(source, target))
                    .findFirst()
                    .ifPresent(source -> {
                        sorted.add(source);
                        left.remove(source);
                    });
        }
        sorted.addAll(left);
        return sorted;
    }

    static boolean sameTable(Facts.Table source, Facts.Table found) {
        List<List<String>> expected = withoutEmptyRows(source);
        List<List<String>> rows = withoutEmptyRows(found);
        if (expected.size() != rows.size()) {
            return false;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!sameRow(expected.get(i), rows.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<List<String>> withoutEmptyRows(Facts.Table table) {
        return table.rows().stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
                .toList();
    }

    /** The Markdown may have a number column more, and empty cells at the end of short rows. */
    private static boolean sameRow(List<String> expected, List<String> row) {
        return cells(expected, row, 0) || cells(expected, row, 1);
    }

    private static boolean cells(List<String> expected, List<String> row, int offset) {
        for (int i = 0; i < expected.size(); i++) {
            if (i + offset >= row.size() || !holds(row.get(i + offset), expected.get(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean sameEntry(Facts.Entry source, Facts.Entry found) {
        return source.depth() == found.depth()
                && source.ordered() == found.ordered()
                && holds(found.text(), source.text());
    }

    /** Whether all words of a text occur in the other in their order; marks such as a status colour may be between. */
    private static boolean holds(String text, String words) {
        int at = 0;
        List<String> all = Words.of(text.toLowerCase(Locale.ROOT));
        for (String word : Words.of(words.toLowerCase(Locale.ROOT))) {
            if (word.contains(SourceText.GLUE)) {
                continue;
            }
            while (at < all.size() && !all.get(at).equals(word)) {
                at++;
            }
            if (at++ >= all.size()) {
                return false;
            }
        }
        return true;
    }
}
