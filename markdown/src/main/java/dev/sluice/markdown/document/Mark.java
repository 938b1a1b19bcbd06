package dev.sluice.markdown.document;

/** Something that holds for a stretch of inline content: a style, a colour or a link. */
public sealed interface Mark {

    /** Styles without a value. */
    enum Style implements Mark {
        STRONG,
        EMPHASIS,
        STRIKETHROUGH,
        UNDERLINE,
        SUBSCRIPT,
        SUPERSCRIPT,
        SMALL,
        KEYBOARD,
        HIGHLIGHT
    }

    /** A text colour, as CSS writes it. */
    record Colour(String css) implements Mark {}

    /** A background colour, as CSS writes it. */
    record Background(String css) implements Mark {}

    /** A short form, and what it is short for. */
    record Abbreviation(String title) implements Mark {}

    /**
     * A link. Two links are never the same mark, even when they lead to the same place, so that neighbours stay two.
     *
     * @param title shown on hovering; empty when there is none
     */
    record Link(Destination destination, String title) implements Mark {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
