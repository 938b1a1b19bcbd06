package dev.sluice.simulator.site;

import java.util.Optional;

/** What an inline comment does to a body. */
final class InlineComments {

    private static final String PARAGRAPH = "<p>";

    private InlineComments() {}

    /** A body with a marker, and the text that it marks. */
    record Marked(String storage, String text) {}

    /** Puts a marker around the text with which the first paragraph starts; nothing when no paragraph starts with text. */
    static Optional<Marked> mark(String storage, String marker) {
        for (int at = storage.indexOf(PARAGRAPH); at >= 0; at = storage.indexOf(PARAGRAPH, at + 1)) {
            int start = at + PARAGRAPH.length();
            int end = storage.indexOf('<', start);
            if (end > start) {
                String text = storage.substring(start, end);
                return Optional.of(new Marked(
                        storage.substring(0, start) + "<ac:inline-comment-marker ac:ref=\"" + marker + "\">" + text
                                + "</ac:inline-comment-marker>" + storage.substring(end),
                        text));
            }
        }
        return Optional.empty();
    }
}
