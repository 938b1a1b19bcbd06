package dev.sluice.confluence;

import java.util.Map;

/**
 * The bytes of a file that are still missing.
 *
 * @param from offset of the first of them, at least 1
 * @param size of the whole file
 * @param validator what the first answer said the file is recognised by; empty when it said nothing
 */
record Rest(long from, long size, String validator) {

    /** How it is asked for. */
    Map<String, String> headers() {
        String range = "bytes=" + from + "-";
        return validator.isEmpty() ? Map.of("Range", range) : Map.of("Range", range, "If-Range", validator);
    }

    /** Whether an answer is this rest, of a file of this size. */
    boolean isIn(Answer answer) {
        String wanted = "bytes " + from + "-" + (size - 1) + "/" + size;
        return answer.status() == 206 && answer.header("Content-Range").equalsIgnoreCase(wanted);
    }

    /** What an answer says the file is recognised by; only what changes with every byte will do. */
    static String validator(Answer answer) {
        String tag = answer.header("ETag");
        return tag.startsWith("W/") || tag.isEmpty() ? answer.header("Last-Modified") : tag;
    }
}
