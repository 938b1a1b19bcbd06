package dev.sluice.markdown.writing;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Which headings a table of contents lists, by the patterns of the page. A pattern that is none, or that takes too long
 * on the headings of the page, is not used: it must not cost a reader the table.
 */
final class HeadingFilter {

    private static final int LONGEST_PATTERN = 500;

    /** How many characters all matches of a table may look at. */
    private static final int MOST_STEPS = 1_000_000;

    private final @Nullable Pattern include;
    private final @Nullable Pattern exclude;
    private int steps;

    HeadingFilter(String include, String exclude) {
        this.include = pattern(include);
        this.exclude = pattern(exclude);
    }

    boolean lists(String heading) {
        return (include == null || matches(include, heading, true))
                && (exclude == null || !matches(exclude, heading, false));
    }

    private static @Nullable Pattern pattern(String expression) {
        if (expression.isEmpty() || expression.length() > LONGEST_PATTERN) {
            return null;
        }
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException | StackOverflowError noPattern) {
            return null;
        }
    }

    private boolean matches(Pattern pattern, String heading, boolean otherwise) {
        if (steps >= MOST_STEPS) {
            return otherwise;
        }
        try {
            return pattern.matcher(new Counted(heading)).matches();
        } catch (TooLong | StackOverflowError tooMuch) {
            return otherwise;
        }
    }

    /** Ends a match that backtracks for ever. */
    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;

        private TooLong() {
            super("the pattern takes too long", null, false, false);
        }
    }

    /** Text that counts how often it is looked at. */
    private final class Counted implements CharSequence {
        private final String text;

        private Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++steps > MOST_STEPS) {
                throw new TooLong();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
