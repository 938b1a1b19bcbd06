package dev.sluice.markdown.document;

/** A piece of a line, with the marks that hold for it. */
public sealed interface Inline {

    Marks marks();

    /** Text whose white space may be collapsed. */
    record Text(String text, Marks marks) implements Inline {}

    /** Code within a line. */
    record Code(String code, Marks marks) implements Inline {}

    /** A forced line break. */
    record Break(Marks marks) implements Inline {}

    /**
     * A picture.
     *
     * @param title shown on hovering; empty when there is none
     */
    record Image(Destination source, String alt, String title, Frame frame, Marks marks) implements Inline {}

    /**
     * How a picture is shown; each part is empty when the page does not say.
     *
     * @param width in pixels or percent
     * @param height in pixels or percent
     * @param align {@code left} or {@code right} when text flows around it
     */
    record Frame(String width, String height, String align) {
        public static final Frame NATURAL = new Frame("", "", "");
    }

    /**
     * A point that links can lead to.
     *
     * @param wanted whether it is written even when no link of this page leads to it
     */
    record Anchor(String name, boolean wanted, Marks marks) implements Inline {}

    /** A note to the reader of the source, invisible when rendered. */
    record Comment(String text, Marks marks) implements Inline {}

    /** A TeX formula within a line. */
    record Formula(String tex, Marks marks) implements Inline {}

    /** Whether a reader sees it on the rendered page. */
    default boolean visible() {
        return !(this instanceof Anchor) && !(this instanceof Comment);
    }
}
