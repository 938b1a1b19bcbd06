package dev.sluice.markdown.writing;

import dev.sluice.markdown.document.Destination;
import dev.sluice.markdown.document.Mark;
import java.util.Optional;
import java.util.regex.Pattern;

/** Obsidian's links between notes. */
final class WikiLinks {

    private static final Pattern MARKUP = Pattern.compile("[\\[\\]|*_`~<>&\\\\$=%#^]");
    private static final Pattern NO_TARGET = Pattern.compile("[\\[\\]|#^\\\\]");

    private WikiLinks() {}

    /** Whether a link can be one: to a note, with a text that needs no escaping. */
    static boolean fits(Mark.Link link, String text) {
        boolean note = switch (link.destination()) {
            case Destination.File file -> file.path().endsWith(".md");
            case Destination.Anchor _ -> true;
            case Destination.Url _, Destination.Broken _ -> false;
        };
        return note && !text.isBlank() && !MARKUP.matcher(text).find();
    }

    static Optional<String> of(Destination destination, String text, Hrefs hrefs) {
        if (destination instanceof Destination.File file) {
            String path = file.path().substring(0, file.path().length() - ".md".length());
            boolean plain = !NO_TARGET.matcher(path).find();
            String heading = file.fragment().isEmpty() ? "" : "#" + Hrefs.headingName(file.fragment());
            String target = path + heading;
            String link = target.equals(text) ? "[[" + text + "]]" : "[[" + target + "|" + text + "]]";
            return plain ? Optional.of(link) : Optional.empty();
        }
        return hrefs.heading(destination).map(heading -> "[[#" + heading + "|" + text + "]]");
    }
}
