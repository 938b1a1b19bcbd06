package dev.sluice.markdown.writing;

import org.jspecify.annotations.Nullable;

/** Lines with the prefixes of the lists and quotations they stand in, and the empty lines between blocks. */
final class Output {

    /** Deeper lists and quotations get no further prefix, so that a line never outgrows its content. */
    private static final int DEEPEST = 40;

    private static final int USUAL_LENGTH = 4096;

    private final StringBuilder text = new StringBuilder(USUAL_LENGTH);
    private String prefix = "";
    private @Nullable String marker;
    private @Nullable String blank;
    private int depth;
    private int count;

    /** Writes one line, after the empty line that was asked for. */
    void line(String line) {
        if (blank != null) {
            appendTrimmed(blank);
            blank = null;
        }
        String start = marker == null ? prefix : marker;
        marker = null;
        if (line.isEmpty()) {
            appendTrimmed(start);
        } else {
            text.append(start).append(line).append('\n');
        }
        count++;
    }

    private void appendTrimmed(String start) {
        text.append(start.stripTrailing()).append('\n');
    }

    void lines(String lines) {
        int from = 0;
        for (int end = lines.indexOf('\n'); end >= 0; end = lines.indexOf('\n', from)) {
            line(lines.substring(from, end));
            from = end + 1;
        }
        line(from == 0 ? lines : lines.substring(from));
    }

    /** Asks for an empty line before the next line. */
    void separate() {
        blank = prefix;
    }

    /** Writes content with a marker before its first line and a prefix before all others. */
    void within(String first, String rest, Runnable content) {
        if (depth >= DEEPEST) {
            content.run();
            return;
        }
        String outer = prefix;
        marker = (marker == null ? prefix : marker) + first;
        prefix = outer + rest;
        depth++;
        content.run();
        if (marker != null) {
            line("");
        }
        depth--;
        prefix = outer;
    }

    /** Whether a list or quotation is open. */
    boolean nested() {
        return depth > 0;
    }

    /** Whether the next line follows the marker of a list. */
    boolean atMarker() {
        return marker != null;
    }

    /** How many lines were written. */
    int count() {
        return count;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
