package dev.sluice.markdown.writing;

import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Mark;
import dev.sluice.markdown.document.Mark.Style;
import dev.sluice.markdown.document.Marks;
import java.util.ArrayList;
import java.util.List;

/** One step of a line: a mark opens or closes, a gap, or a piece of content. */
sealed interface Token {

    /** A mark that begins. {@code html} is decided when all neighbours are known; {@code triple}: another begins beside it. */
    final class Open implements Token {
        final Mark mark;
        boolean html;
        boolean triple;

        Open(Mark mark) {
            this.mark = mark;
        }
    }

    /** The end of a mark. */
    record Close(Open open) implements Token {}

    /** White space between pieces. */
    record Gap(String space) implements Token {}

    /** A piece of content. */
    record Piece(Inline inline) implements Token {}

    /** Opens and closes marks around pieces, as late and as early as possible, and picks a form for each mark. */
    static List<Token> of(List<Cores.Core> cores) {
        List<Token> tokens = new ArrayList<>(cores.size() * 2);
        List<Open> open = new ArrayList<>();
        Marks marks = Marks.NONE;
        for (Cores.Core core : cores) {
            Marks next = core.inline().marks();
            int shared = marks.sharedWith(next);
            close(tokens, open, shared);
            if (!core.gap().isEmpty()) {
                tokens.add(new Gap(core.gap()));
            }
            for (int i = shared; i < next.outermostFirst().size(); i++) {
                Open opened = new Open(next.outermostFirst().get(i));
                open.add(opened);
                tokens.add(opened);
            }
            tokens.add(new Piece(core.inline()));
            marks = next;
        }
        close(tokens, open, 0);
        chooseForms(tokens);
        return tokens;
    }

    private static void close(List<Token> tokens, List<Open> open, int shared) {
        while (open.size() > shared) {
            tokens.add(new Close(open.removeLast()));
        }
    }

    /** Emphasis that CommonMark would not recognise where it stands is written as HTML. */
    private static void chooseForms(List<Token> tokens) {
        List<Open> stars = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Open open && isDelimiter(open.mark)) {
                open.html |= !canOpen(tokens, i, -1);
                if (isStars(open.mark)) {
                    open.html |= isAmbiguous(tokens, i, stars);
                    open.triple = isOpenStar(tokens, i - 1) || isOpenStar(tokens, i + 1);
                    stars.add(open);
                }
            } else if (tokens.get(i) instanceof Close close && isDelimiter(close.open().mark)) {
                close.open().html |= !canOpen(tokens, i, 1);
                stars.remove(close.open());
            }
        }
    }

    /** After other stars a run would be too long, and within a run of three one that could close would close it. */
    private static boolean isAmbiguous(List<Token> tokens, int i, List<Open> stars) {
        boolean afterClose = i > 0 && tokens.get(i - 1) instanceof Close close && isStars(close.open().mark);
        boolean couldClose = i > 0 && !(tokens.get(i - 1) instanceof Gap) && !isOpenStar(tokens, i - 1);
        return afterClose || (couldClose && stars.stream().anyMatch(outer -> outer.triple));
    }

    private static boolean isOpenStar(List<Token> tokens, int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i) instanceof Open open && isStars(open.mark);
    }

    static boolean isDelimiter(Mark mark) {
        return isStars(mark) || mark == Style.STRIKETHROUGH;
    }

    private static boolean isStars(Mark mark) {
        return mark == Style.STRONG || mark == Style.EMPHASIS;
    }

    /**
     * The rule for opening, and in its mirror image for closing: {@code outside} is the step to what lies without. GitHub
     * looks past the tildes of struck text, others take them for punctuation; it must hold either way.
     */
    private static boolean canOpen(List<Token> tokens, int i, int outside) {
        int within = neighbour(tokens, i, -outside);
        int without = neighbour(tokens, i, outside);
        boolean near = canOpen(edge(tokens, i + outside, outside), edge(tokens, i - outside, -outside));
        boolean same = within == i - outside && without == i + outside;
        return near && (same || canOpen(edge(tokens, without, outside), edge(tokens, within, -outside)));
    }

    private static boolean canOpen(int outside, int inside) {
        return !Chars.isSpace(inside)
                && (!Chars.isPerhapsPunctuation(inside)
                        || Chars.isSpace(outside)
                        || Chars.isSurelyPunctuation(outside));
    }

    /** The next token that is no beginning or end of struck text. */
    private static int neighbour(List<Token> tokens, int i, int step) {
        int at = i + step;
        while (at >= 0 && at < tokens.size() && isStruck(tokens.get(at))) {
            at += step;
        }
        return at;
    }

    private static boolean isStruck(Token token) {
        return switch (token) {
            case Open open -> open.mark == Style.STRIKETHROUGH;
            case Close close -> close.open().mark == Style.STRIKETHROUGH;
            case Gap _, Piece _ -> false;
        };
    }

    /** The character of a token that is met first when one comes with such a step. */
    private static int edge(List<Token> tokens, int i, int step) {
        if (i < 0 || i >= tokens.size()) {
            return '\n';
        }
        return switch (tokens.get(i)) {
            case Gap _ -> ' ';
            case Piece(Inline.Text text)
            when !text.text().isEmpty() -> step < 0 ? last(text.text()) : first(text.text());
            case Piece(Inline.Break _) -> '\n';
            case Piece _, Open _, Close _ -> '*';
        };
    }

    /** An address at the edge of a text may get brackets: a symbol stands for what may or may not be punctuation. */
    private static int first(String text) {
        boolean address = text.startsWith("http") || text.startsWith("ftp://");
        return address ? '€' : text.codePointAt(0);
    }

    private static int last(String text) {
        int word = text.lastIndexOf(' ') + 1;
        return text.indexOf("://", word) >= 0 ? '€' : text.codePointBefore(text.length());
    }
}
