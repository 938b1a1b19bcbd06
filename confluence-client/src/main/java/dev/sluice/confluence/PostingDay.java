package dev.sluice.confluence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The day under which Confluence files a blog post. Its address states it in the site's own time zone. */
final class PostingDay {

    private static final Pattern IN_ADDRESS =
            Pattern.compile("/(?:blog|display/[^/]+)/(\\d{4})/(\\d{1,2})/(\\d{1,2})(?:/.*)?");

    private PostingDay() {}

    /** The day that the address states, or else the day on which the post was made. */
    static LocalDate of(String webui, @Nullable LocalDate made) {
        Matcher address = IN_ADDRESS.matcher(webui);
        if (address.find()) {
            try {
                return LocalDate.of(
                        Integer.parseInt(address.group(1)),
                        Integer.parseInt(address.group(2)),
                        Integer.parseInt(address.group(3)));
            } catch (DateTimeException e) {
                // a title that looks like a date
            }
        }
        if (made == null) {
            throw new ConfluenceException(
                    ConfluenceException.Category.MALFORMED,
                    "Confluence does not say on which day a blog post was published (" + webui
                            + "); check that the address is a Confluence that Sluice supports.");
        }
        return made;
    }
}
