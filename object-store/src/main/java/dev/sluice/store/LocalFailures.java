package dev.sluice.store;

import dev.sluice.store.StoreException.Category;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Says of a file system's error which category it is and, in one sentence, what to do. */
final class LocalFailures {

    private static final List<String> FULL =
            List.of("no space left", "quota exceeded", "not enough space", "disk is full");
    private static final List<String> FORBIDDEN = List.of("read-only file system", "operation not permitted");

    private LocalFailures() {}

    /** @param action what was tried, as in "Cannot <em>write</em>" */
    static StoreException of(String action, Path path, IOException error) {
        String what = "Cannot " + action + " " + path + ": ";
        return switch (category(error)) {
            case FULL ->
                new StoreException(Category.FULL, what + "no space is left; free some space and run again.", error);
            case FORBIDDEN ->
                new StoreException(
                        Category.FORBIDDEN,
                        what + "not permitted; give this user access or take another folder.",
                        error);
            case UNAVAILABLE -> new StoreException(Category.UNAVAILABLE, what + reason(error) + ".", error);
        };
    }

    private static Category category(IOException error) {
        if (error instanceof AccessDeniedException) {
            return Category.FORBIDDEN;
        }
        String text = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        if (FULL.stream().anyMatch(text::contains)) {
            return Category.FULL;
        }
        return FORBIDDEN.stream().anyMatch(text::contains) ? Category.FORBIDDEN : Category.UNAVAILABLE;
    }

    private static String reason(IOException error) {
        String kind = error.getClass().getSimpleName();
        String text = error instanceof FileSystemException file ? file.getReason() : error.getMessage();
        return text == null ? kind : text;
    }
}
