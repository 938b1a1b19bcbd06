package dev.sluice.markdown.writing;

import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Marks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inline content with its white space settled: text is collapsed and trimmed as on screen, and the gaps between pieces
 * stand apart, so that no emphasis begins or ends with a space.
 */
final class Cores {

    /** A piece and the gap before it: empty, a space or a non-breaking space. */
    record Core(Inline inline, String gap) {}

    private final boolean breaks;
    private final List<Core> cores = new ArrayList<>();
    private List<Inline.Comment> comments = List.of();
    private String gap = "";
    private @Nullable StringBuilder joined;
    private boolean lineStart = true;

    private Cores(boolean breaks) {
        this.breaks = breaks;
    }

    /** {@code breaks}: whether line breaks are kept; otherwise they become spaces. */
    static List<Core> of(List<Inline> content, boolean breaks) {
        Cores cores = new Cores(breaks);
        for (Inline inline : content) {
            cores.add(inline);
        }
        return cores.finished();
    }

    /** A text that is all there is on its line: without the white space around it, and with single spaces within. */
    static String settled(String text) {
        int from = 0;
        int end = text.length();
        while (from < end && isGap(text.charAt(from))) {
            from++;
        }
        while (end > from && isGap(text.charAt(end - 1))) {
            end--;
        }
        return collapsed(text, from, end);
    }

    private void add(Inline inline) {
        switch (inline) {
            case Inline.Text text -> text(text);
            case Inline.Break _ -> lineBreak(inline);
            case Inline.Comment comment -> comment(comment);
            case Inline.Anchor _ -> core(inline);
            case Inline.Code code -> {
                if (code.code().isBlank()) {
                    gap = gap.isEmpty() ? " " : gap;
                } else {
                    visible(inline);
                }
            }
            case Inline.Image _, Inline.Formula _ -> visible(inline);
        }
    }

    /**
     * Two pieces of the same kind side by side are one: code spans would get backticks in the middle, and text is escaped
     * by what follows it.
     */
    private boolean joins(Inline inline) {
        if (!gap.isEmpty() || cores.isEmpty() || lineStart) {
            return false;
        }
        Inline before = cores.getLast().inline();
        boolean same = (before instanceof Inline.Code && inline instanceof Inline.Code)
                || (before instanceof Inline.Text
                        && inline instanceof Inline.Text
                        && !content(before).isEmpty());
        if (!same || !before.marks().equals(inline.marks())) {
            return false;
        }
        if (joined == null) {
            joined = new StringBuilder(content(before));
        }
        joined.append(content(inline));
        return true;
    }

    private static String content(Inline inline) {
        return switch (inline) {
            case Inline.Text text -> text.text();
            case Inline.Code code -> code.code();
            default -> "";
        };
    }

    private void endJoined() {
        if (joined != null) {
            Core last = cores.removeLast();
            String all = joined.toString();
            Marks marks = last.inline().marks();
            boolean code = last.inline() instanceof Inline.Code;
            cores.add(new Core(code ? new Inline.Code(all, marks) : new Inline.Text(all, marks), last.gap()));
            joined = null;
        }
    }

    private void text(Inline.Text text) {
        String all = text.text();
        int from = 0;
        int end = all.length();
        while (from < end && isGap(all.charAt(from))) {
            from++;
        }
        widen(all, 0, from);
        while (end > from && isGap(all.charAt(end - 1))) {
            end--;
        }
        if (from < end || all.isEmpty()) {
            visible(new Inline.Text(collapsed(all, from, end), text.marks()));
            widen(all, end, all.length());
        }
    }

    private void widen(String text, int from, int end) {
        for (int i = from; i < end; i++) {
            gap = text.charAt(i) == '\u00a0' && !gap.equals(" ") ? "\u00a0" : " ";
        }
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00a0';
    }

    private static String collapsed(String text, int from, int end) {
        StringBuilder collapsed = null;
        boolean space = false;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            boolean blank = c <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f');
            if (collapsed == null && blank && (space || c != ' ')) {
                collapsed = new StringBuilder(end - from).append(text, from, i);
            }
            if (collapsed != null && !(blank && space)) {
                collapsed.append(blank ? ' ' : c);
            }
            space = blank;
        }
        return collapsed == null ? text.substring(from, end) : collapsed.toString();
    }

    private void lineBreak(Inline inline) {
        if (!breaks) {
            gap = " ";
        } else if (!lineStart) {
            endJoined();
            cores.add(new Core(inline, ""));
            gap = "";
            lineStart = true;
        }
    }

    /** A comment at the start of a line would make the whole line HTML, so it waits for the first thing to see. */
    private void comment(Inline.Comment comment) {
        if (!lineStart) {
            core(comment);
            return;
        }
        if (comments.isEmpty()) {
            comments = new ArrayList<>();
        }
        comments.add(comment);
    }

    private void visible(Inline inline) {
        if (joins(inline)) {
            return;
        }
        core(inline);
        lineStart = false;
        if (!comments.isEmpty()) {
            for (Inline.Comment waiting : comments) {
                cores.add(new Core(new Inline.Comment(waiting.text(), inline.marks()), ""));
            }
            comments = List.of();
        }
    }

    private void core(Inline inline) {
        endJoined();
        cores.add(new Core(inline, lineStart ? "" : gap));
        gap = "";
    }

    private List<Core> finished() {
        endJoined();
        while (!cores.isEmpty() && cores.getLast().inline() instanceof Inline.Break) {
            cores.removeLast();
        }
        for (Inline.Comment waiting : comments) {
            cores.add(new Core(waiting, ""));
        }
        return cores;
    }
}
