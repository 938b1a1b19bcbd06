package dev.sluice.planner.crawl;

import dev.sluice.confluence.Space;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the spaces that a mistyped key may mean. */
final class SimilarSpaces {

    private static final int MOST = 3;
    private static final int FAR = 1000;

    private record Guess(Space space, int distance) {}

    private SimilarSpaces() {}

    /** A sentence that names the nearest ones; empty when none is near. */
    static String among(Stream<Space> spaces, Collection<String> keys) {
        List<Guess> guesses = spaces.map(space -> new Guess(space, nearest(space, keys)))
                .filter(guess -> guess.distance() < FAR)
                .sorted(Comparator.comparingInt(Guess::distance)
                        .thenComparing(guess -> guess.space().key()))
                .limit(MOST)
                .toList();
        return guesses.isEmpty()
                ? ""
                : guesses.stream()
                        .map(guess -> guess.space().key() + " (" + guess.space().name() + ")")
                        .collect(Collectors.joining(", ", "Did you mean ", "?"));
    }

    private static int nearest(Space space, Collection<String> keys) {
        return keys.stream().mapToInt(key -> distance(key, space)).min().orElse(FAR);
    }

    /** A name in place of a key counts as well as a key that is nearly right. */
    private static int distance(String asked, Space space) {
        String key = asked.toLowerCase(Locale.ROOT);
        String known = space.key().toLowerCase(Locale.ROOT);
        if (space.name().toLowerCase(Locale.ROOT).equals(key)) {
            return 0;
        }
        int edits = edits(key, known);
        boolean near = edits <= (Math.min(key.length(), known.length()) + 1) / 2;
        boolean begins = known.startsWith(key) || key.startsWith(known);
        return near || begins ? edits : FAR;
    }

    /** How many letters to put in, take out or change. */
    private static int edits(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
