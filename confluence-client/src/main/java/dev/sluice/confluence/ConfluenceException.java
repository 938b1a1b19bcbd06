package dev.sluice.confluence;

import org.jspecify.annotations.Nullable;

/** The site did not give what was asked for. Only the {@link Category} decides what happens next. */
public final class ConfluenceException extends RuntimeException {

    /** Why, as far as a caller needs to tell. */
    public enum Category {
        /** The credentials were refused, or the site took the call as anonymous. */
        NOT_AUTHORISED,
        /** The credentials are good, but not for this. */
        FORBIDDEN,
        /** It does not exist or is not visible. */
        NOT_FOUND,
        /** Asked too much, even after waiting. */
        THROTTLED,
        /** No usable answer: unreachable, timed out, 5xx, a broken transfer; even after retries. */
        UNAVAILABLE,
        /** An answer that is not what the API promises; perhaps not a Confluence at all. */
        MALFORMED
    }

    private final Category category;

    public ConfluenceException(Category category, String message) {
        super(message);
        this.category = category;
    }

    public ConfluenceException(Category category, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.category = category;
    }

    public Category category() {
        return category;
    }
}
