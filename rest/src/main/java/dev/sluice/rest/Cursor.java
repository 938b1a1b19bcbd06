package dev.sluice.rest;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list, after which a page begins. Clients are to take it for a word without meaning.
 *
 * @param list which list it is of
 * @param place in that list
 */
public record Cursor(String list, String place) {

    /** In a list that is ordered by time, and by id where times are the same. */
    public static Cursor at(String list, Instant time, String id) {
        return new Cursor(list, time + " " + id);
    }

    /** In a list that is ordered by number. */
    public static Cursor at(String list, long number) {
        return new Cursor(list, Long.toString(number));
    }

    /** What {@link #toString} gave for the same list; null for its beginning. */
    public static @Nullable Cursor parse(String list, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            if (plain.startsWith(list + "\n")) {
                return new Cursor(list, plain.substring(list.length() + 1));
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw foreign();
    }

    /** In a list that is ordered by number. */
    public long number() {
        try {
            return Long.parseLong(place);
        } catch (NumberFormatException e) {
            throw foreign();
        }
    }

    /** In a list that is ordered by time. */
    public Instant time() {
        try {
            return Instant.parse(place.substring(0, Math.max(0, place.indexOf(' '))));
        } catch (DateTimeException e) {
            throw foreign();
        }
    }

    /** Where times are the same. */
    public String id() {
        return place.substring(place.indexOf(' ') + 1);
    }

    private static IllegalArgumentException foreign() {
        return new IllegalArgumentException(
                "cursor is not one that this list gave: leave it out to begin at its start.");
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((list + "\n" + place).getBytes(StandardCharsets.UTF_8));
    }
}
