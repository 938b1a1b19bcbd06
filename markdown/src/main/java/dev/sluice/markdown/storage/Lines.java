package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Inline;
import java.util.ArrayList;
import java.util.List;

/** Splits a run of inline content into paragraphs: an empty line made of two breaks ends one, as it does on screen. */
final class Lines {

    private Lines() {}

    static List<List<Inline>> paragraphs(List<Inline> line) {
        if (isOneParagraph(line)) {
            return List.of(line);
        }
        List<List<Inline>> paragraphs = new ArrayList<>();
        List<Inline> current = new ArrayList<>();
        List<Inline> gap = new ArrayList<>();
        int breaks = 0;
        for (Inline inline : line) {
            if (inline instanceof Inline.Break) {
                breaks++;
                gap.add(inline);
            } else if (isBlank(inline)) {
                gap.add(inline);
            } else {
                current = closeGap(paragraphs, current, gap, breaks);
                current.add(inline);
                gap.clear();
                breaks = 0;
            }
        }
        if (!current.isEmpty()) {
            paragraphs.add(current);
        }
        return paragraphs;
    }

    private static List<Inline> closeGap(
            List<List<Inline>> paragraphs, List<Inline> current, List<Inline> gap, int breaks) {
        if (current.isEmpty()) {
            return current;
        }
        if (breaks < 2) {
            current.addAll(gap);
            return current;
        }
        paragraphs.add(current);
        return new ArrayList<>();
    }

    /** Whether a line has neither breaks nor white space around it, as most. */
    private static boolean isOneParagraph(List<Inline> line) {
        for (Inline inline : line) {
            if (inline instanceof Inline.Break) {
                return false;
            }
        }
        return !isBlank(line.getFirst()) && !isBlank(line.getLast());
    }

    static boolean hasVisible(List<Inline> line) {
        for (Inline inline : line) {
            if (inline.visible() && !(inline instanceof Inline.Break) && !isBlank(inline)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line holds nothing yet but points to link to, which then belong to the paragraph that follows. */
    static boolean onlyAnchors(List<Inline> line) {
        for (Inline inline : line) {
            if (!(inline instanceof Inline.Anchor) && !isBlank(inline)) {
                return false;
            }
        }
        return true;
    }

    /** White space between words; an empty text is not blank but a placeholder for its marks. */
    static boolean isBlank(Inline inline) {
        return inline instanceof Inline.Text text && !text.text().isEmpty() && isBlank(text.text());
    }

    /** White space as a browser sees it, and what editors leave in empty paragraphs: spaces without a break or width. */
    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c != '\u00a0' && c != '\u200b' && c != '\ufeff') {
                return false;
            }
        }
        return true;
    }
}
