package dev.sluice.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Consecutive descriptor numbers, both ends included. */
public record SeqRange(int first, int last) {

    public SeqRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("not a range: " + first + ".." + last);
        }
    }

    /** How many numbers it covers. */
    public int size() {
        return last - first + 1;
    }

    /** The fewest ranges that cover exactly these numbers. */
    public static List<SeqRange> covering(IntStream seqs) {
        List<SeqRange> ranges = new ArrayList<>();
        int[] sorted = seqs.sorted().distinct().toArray();
        for (int i = 0; i < sorted.length; ) {
            int end = i;
            while (end + 1 < sorted.length && sorted[end + 1] == sorted[end] + 1) {
                end++;
            }
            ranges.add(new SeqRange(sorted[i], sorted[end]));
            i = end + 1;
        }
        return ranges;
    }
}
