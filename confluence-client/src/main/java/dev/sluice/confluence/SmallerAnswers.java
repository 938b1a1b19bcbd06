package dev.sluice.confluence;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks for fewer items where a site cannot give as many at once. */
final class SmallerAnswers {

    private static final Pattern LIMIT = Pattern.compile("(?<=[?&])limit=([0-9]{1,9})(?=&|$)");
    /** With fewer items an answer gets no cheaper. */
    private static final int SMALLEST = 10;

    private SmallerAnswers() {}

    /** The same listing with half the items in an answer; empty when these are few already. */
    static Optional<URI> half(URI listing) {
        Matcher limit = LIMIT.matcher(listing.toString());
        if (!limit.find()) {
            return Optional.empty();
        }
        int items = Integer.parseInt(limit.group(1));
        return items <= SMALLEST
                ? Optional.empty()
                : Optional.of(URI.create(limit.replaceFirst("limit=" + Math.max(SMALLEST, items / 2))));
    }
}
