package dev.sluice.markdown.document;

import java.util.ArrayList;
import java.util.List;

/** The marks that hold at one point, outermost first. Immutable; shares its outer part with its neighbours. */
public final class Marks {

    public static final Marks NONE = new Marks(List.of());

    private final List<Mark> outermostFirst;

    private Marks(List<Mark> outermostFirst) {
        this.outermostFirst = outermostFirst;
    }

    public List<Mark> outermostFirst() {
        return outermostFirst;
    }

    /** Adds an innermost mark. A style that holds already is not added again; a link replaces the one around it. */
    public Marks with(Mark mark) {
        if (outermostFirst.contains(mark)) {
            return this;
        }
        List<Mark> marks = new ArrayList<>(outermostFirst.size() + 1);
        for (Mark outer : outermostFirst) {
            if (!replaces(mark, outer)) {
                marks.add(outer);
            }
        }
        marks.add(mark);
        return new Marks(List.copyOf(marks));
    }

    /** Adds an outermost mark, unless it holds already. */
    public Marks inside(Mark mark) {
        if (outermostFirst.contains(mark)) {
            return this;
        }
        List<Mark> marks = new ArrayList<>(outermostFirst.size() + 1);
        marks.add(mark);
        marks.addAll(outermostFirst);
        return new Marks(List.copyOf(marks));
    }

    private static boolean replaces(Mark inner, Mark outer) {
        return switch (inner) {
            case Mark.Link _ -> outer instanceof Mark.Link;
            case Mark.Colour _ -> outer instanceof Mark.Colour;
            case Mark.Abbreviation _ -> outer instanceof Mark.Abbreviation;
            case Mark.Background _ -> outer instanceof Mark.Background;
            case Mark.Style style ->
                (style == Mark.Style.SUBSCRIPT && outer == Mark.Style.SUPERSCRIPT)
                        || (style == Mark.Style.SUPERSCRIPT && outer == Mark.Style.SUBSCRIPT);
        };
    }

    public boolean holds(Mark mark) {
        return outermostFirst.contains(mark);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Marks marks && marks.outermostFirst.equals(outermostFirst);
    }

    @Override
    public int hashCode() {
        return outermostFirst.hashCode();
    }

    /** How many of the outermost marks are the same in both. */
    public int sharedWith(Marks other) {
        int limit = Math.min(outermostFirst.size(), other.outermostFirst.size());
        int shared = 0;
        while (shared < limit && outermostFirst.get(shared).equals(other.outermostFirst.get(shared))) {
            shared++;
        }
        return shared;
    }
}
