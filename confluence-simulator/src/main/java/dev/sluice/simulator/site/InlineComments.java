package dev.sluice.simulator.site;

import dev.sluice.simulator.content.Dice;
import java.util.UUID;

/** What an inline comment does to a body. */
final class InlineComments {

    private static final String PARAGRAPH = "<p>";

    private InlineComments() {}

    /** Puts a marker around the text with which the first paragraph starts; a body without such a text stays as it is. */
    static String mark(String storage, long seed) {
        for (int at = storage.indexOf(PARAGRAPH); at >= 0; at = storage.indexOf(PARAGRAPH, at + 1)) {
            int start = at + PARAGRAPH.length();
            int end = storage.indexOf('<', start);
            if (end > start) {
                String ref = new UUID(Dice.mix(seed), Dice.mix(start)).toString();
                return storage.substring(0, start) + "<ac:inline-comment-marker ac:ref=\"" + ref + "\">"
                        + storage.substring(start, end) + "</ac:inline-comment-marker>" + storage.substring(end);
            }
        }
        return storage;
    }
}
