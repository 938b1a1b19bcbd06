package dev.sluice.planner.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Texts in little memory: a byte for most characters and two for the length. Whatever a string holds comes back, halves of
 * surrogate pairs too.
 */
final class TextPool {

    private static final int CHUNK_BITS = 16;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int LENGTH_BYTES = 2;
    /** Confluence's titles have 255 characters at most. */
    private static final int LONGEST = 20_000;

    private final List<byte[]> chunks = new ArrayList<>();
    private int used = CHUNK;

    /** Where the text lies from now on. Of a text beyond any that Confluence has, only the beginning is kept. */
    int add(byte[] text) {
        if (used + LENGTH_BYTES + text.length > CHUNK) {
            chunks.add(new byte[CHUNK]);
            used = 0;
        }
        byte[] chunk = chunks.getLast();
        int position = ((chunks.size() - 1) << CHUNK_BITS) | used;
        chunk[used] = (byte) (text.length >>> 8);
        chunk[used + 1] = (byte) text.length;
        System.arraycopy(text, 0, chunk, used + LENGTH_BYTES, text.length);
        used += LENGTH_BYTES + text.length;
        return position;
    }

    String text(int position) {
        byte[] chunk = chunk(position);
        int start = start(position);
        int end = start + length(chunk, start);
        StringBuilder text = new StringBuilder(end - start);
        for (int i = start; i < end; ) {
            int first = chunk[i++] & 0xff;
            if (first < 0x80) {
                text.append((char) first);
            } else if (first < 0xe0) {
                text.append((char) (((first & 0x1f) << 6) | (chunk[i++] & 0x3f)));
            } else {
                text.append((char) (((first & 0x0f) << 12) | ((chunk[i++] & 0x3f) << 6) | (chunk[i++] & 0x3f)));
            }
        }
        return text.toString();
    }

    boolean isAt(int position, byte[] text) {
        byte[] chunk = chunk(position);
        int start = start(position);
        return Arrays.equals(chunk, start, start + length(chunk, start), text, 0, text.length);
    }

    /** The same as of the text's {@linkplain #encode bytes}. */
    int hash(int position) {
        byte[] chunk = chunk(position);
        int start = start(position);
        return hash(chunk, start, start + length(chunk, start));
    }

    static int hash(byte[] text) {
        return hash(text, 0, text.length);
    }

    private static int hash(byte[] bytes, int start, int end) {
        int hash = 1;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        // ids that follow each other are to lie far from each other
        int mixed = hash * 0x9e3779b9;
        return mixed ^ (mixed >>> 15);
    }

    /** Like UTF-8, but each half of a surrogate pair by itself. */
    static byte[] encode(String whole) {
        String text = whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
        byte[] bytes = new byte[3 * text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[length++] = (byte) c;
            } else if (c < 0x800) {
                bytes[length++] = (byte) (0xc0 | (c >> 6));
                bytes[length++] = (byte) (0x80 | (c & 0x3f));
            } else {
                bytes[length++] = (byte) (0xe0 | (c >> 12));
                bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
                bytes[length++] = (byte) (0x80 | (c & 0x3f));
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    private byte[] chunk(int position) {
        return chunks.get(position >>> CHUNK_BITS);
    }

    private static int start(int position) {
        return (position & (CHUNK - 1)) + LENGTH_BYTES;
    }

    private static int length(byte[] chunk, int start) {
        return ((chunk[start - 2] & 0xff) << 8) | (chunk[start - 1] & 0xff);
    }
}
