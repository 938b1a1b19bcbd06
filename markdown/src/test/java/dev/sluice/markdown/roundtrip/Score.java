package dev.sluice.markdown.roundtrip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** How much of the source was found in the Markdown, property by property. */
final class Score {

    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private final List<String> losses = new ArrayList<>();

    /** Looks for every expected thing among the found ones, each of which counts once, in any order. */
    void count(String property, List<String> expected, List<String> found) {
        Map<String, Integer> left = new HashMap<>();
        found.forEach(thing -> left.merge(thing, 1, Integer::sum));
        for (String thing : expected) {
            boolean kept = left.merge(thing, -1, Integer::sum) >= 0;
            note(property, kept, thing);
        }
    }

    /** Looks for the expected things in their order; others may stand between them. */
    <T> void inOrder(String property, List<T> expected, List<T> found, BiPredicate<T, T> same) {
        int at = 0;
        for (T thing : expected) {
            int next = at;
            while (next < found.size() && !same.test(thing, found.get(next))) {
                next++;
            }
            boolean kept = next < found.size();
            note(property, kept, kept ? "" : thing.toString());
            at = kept ? next + 1 : at;
        }
    }

    void note(String property, boolean kept, String thing) {
        int[] count = counts.computeIfAbsent(property, key -> new int[2]);
        count[0] += kept ? 1 : 0;
        count[1]++;
        if (!kept) {
            losses.add(property + ": " + thing);
        }
    }

    void add(Score other) {
        other.counts.forEach((property, count) -> {
            int[] sum = counts.computeIfAbsent(property, key -> new int[2]);
            sum[0] += count[0];
            sum[1] += count[1];
        });
    }

    /** What was not found. */
    List<String> losses() {
        return losses;
    }

    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        counts.forEach((property, count) -> lines.append("%-14s %6d of %6d  %6.2f %%%n"
                .formatted(property, count[0], count[1], 100.0 * count[0] / Math.max(1, count[1]))));
        return lines.toString();
    }
}
