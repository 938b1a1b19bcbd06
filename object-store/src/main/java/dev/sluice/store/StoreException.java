package dev.sluice.store;

/** The store could not do what was asked: full, unreachable, not permitted, or damaged. */
public final class StoreException extends RuntimeException {

    /** Why, as far as a caller needs to tell. */
    public enum Category {
        /** No space is left. */
        FULL,
        /** The store's own permissions or credentials do not allow it. */
        FORBIDDEN,
        /** Everything else; trying again can help. */
        UNAVAILABLE
    }

    private final Category category;

    public StoreException(Category category, String message, Throwable cause) {
        super(message, cause);
        this.category = category;
    }

    public StoreException(Category category, String message) {
        super(message);
        this.category = category;
    }

    public Category category() {
        return category;
    }
}
