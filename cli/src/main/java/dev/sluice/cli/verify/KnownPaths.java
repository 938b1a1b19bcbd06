package dev.sluice.cli.verify;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/** Very many paths in little memory: of each a hash of 64 bits is kept, so that one in some billions is mistaken. */
final class KnownPaths {

    private long[] hashes = new long[1024];
    private int count;
    private boolean sorted = true;

    void add(String path) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * count);
        }
        hashes[count++] = hash(path);
        sorted = false;
    }

    boolean contains(String path) {
        if (!sorted) {
            Arrays.sort(hashes, 0, count);
            sorted = true;
        }
        return Arrays.binarySearch(hashes, 0, count, hash(path)) >= 0;
    }

    /** FNV-1a, and a last mixing; of the form of Unicode that names are written in, which some file systems change. */
    private static long hash(String path) {
        long hash = 0xcbf29ce484222325L;
        for (byte one : Normalizer.normalize(path, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (one & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
        return hash ^ (hash >>> 29);
    }
}
