package dev.sluice.markdown.writing;

import dev.sluice.markdown.Flavour;
import dev.sluice.markdown.document.Destination;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes destinations as addresses, and notes the places of the page that lead nowhere. */
final class Hrefs {

    private final Flavour flavour;
    private final Outline outline;
    private final Set<String> broken = new LinkedHashSet<>();

    Hrefs(Flavour flavour, Outline outline) {
        this.flavour = flavour;
        this.outline = outline;
    }

    /** Links to places of this page that do not exist. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    /** The address, percent-encoded where it must be; empty when the destination is not known. */
    Optional<String> of(Destination destination) {
        return switch (destination) {
            case Destination.Url url -> Optional.of(address(url.url()));
            case Destination.File file -> Optional.of(file(file));
            case Destination.Anchor anchor -> place(anchor);
            case Destination.Broken _ -> Optional.empty();
        };
    }

    /** Whether a destination has an address. */
    boolean leads(Destination destination) {
        return switch (destination) {
            case Destination.Url _, Destination.File _ -> true;
            case Destination.Anchor anchor -> place(anchor).isPresent();
            case Destination.Broken _ -> false;
        };
    }

    /** What to say of a destination that is not known. */
    String describe(Destination destination) {
        return switch (destination) {
            case Destination.Broken what -> what.what();
            case Destination.Anchor anchor -> "#" + anchor.name();
            case Destination.Url url -> url.url();
            case Destination.File file -> file.path();
        };
    }

    private Optional<String> place(Destination.Anchor anchor) {
        Optional<String> href = outline.find(anchor.name()).map(this::fragment);
        if (href.isEmpty()) {
            broken.add("#" + anchor.name());
        }
        return href;
    }

    /** A place below no heading is the top of the page to Obsidian. */
    private String fragment(Outline.Place place) {
        if (flavour == Flavour.OBSIDIAN) {
            return "#"
                    + encode(place.heading()
                            .map(heading -> headingName(heading.text()))
                            .orElse(""));
        }
        return "#" + encode(place.id());
    }

    /** Obsidian links to headings by their text, without the characters that its links give a meaning. */
    static String headingName(String text) {
        return text.replaceAll("[#|^:\\[\\]\\\\]|%%", " ").replaceAll(" +", " ").strip();
    }

    /** The text of the heading that a place of this page leads to, as Obsidian links to it. */
    Optional<String> heading(Destination destination) {
        return destination instanceof Destination.Anchor anchor
                ? outline.find(anchor.name())
                        .flatMap(Outline.Place::heading)
                        .map(heading -> headingName(heading.text()))
                : Optional.empty();
    }

    String fragment(Outline.Entry heading) {
        return fragment(new Outline.Place(heading.slug(), Optional.of(heading)));
    }

    private String file(Destination.File file) {
        String path = encode(file.path());
        int colon = path.indexOf(':');
        int slash = path.indexOf('/');
        if (colon >= 0 && (slash < 0 || colon < slash)) {
            path = "./" + path;
        }
        if (file.fragment().isEmpty() && file.id().isEmpty()) {
            return path;
        }
        if (flavour == Flavour.OBSIDIAN) {
            String heading = headingName(file.fragment());
            return heading.isEmpty() ? path : path + "#" + encode(heading);
        }
        return path + "#" + encode(file.id().isEmpty() ? Slugs.of(file.fragment()) : file.id());
    }

    /** Encodes a path or fragment. Letters and digits of all scripts stay, for people read these files. */
    static String encode(String path) {
        StringBuilder encoded = new StringBuilder(path.length() + 8);
        for (int i = 0; i < path.length(); ) {
            int c = path.codePointAt(i);
            i += Character.charCount(c);
            if (isPlain(c)) {
                encoded.appendCodePoint(c);
            } else {
                percent(encoded, c);
            }
        }
        return encoded.toString();
    }

    private static boolean isPlain(int c) {
        if (c < 128) {
            return Chars.isAsciiLetterOrDigit(c) || "-._~/:@!$+,;=".indexOf(c) >= 0;
        }
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static void percent(StringBuilder out, int c) {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            out.append('%').append(Character.toUpperCase(Character.forDigit(b >> 4 & 15, 16)));
            out.append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
        }
    }

    /** An address as the page has it; only what would end it in Markdown or HTML is encoded. */
    private static String address(String url) {
        StringBuilder address = new StringBuilder(url.length());
        boolean balanced = (url.indexOf('(') < 0 && url.indexOf(')') < 0) || balanced(url);
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            boolean bracket = (c == '(' || c == ')') && !balanced;
            if (c <= ' '
                    || c == 127
                    || c == '\u00a0'
                    || c == '<'
                    || c == '>'
                    || c == '"'
                    || c == '\\'
                    || c == '`'
                    || bracket) {
                percent(address, c);
            } else {
                address.append(c);
            }
        }
        return address.toString();
    }

    private static boolean balanced(String url) {
        int open = 0;
        int deepest = 0;
        for (int i = 0; i < url.length() && open >= 0; i++) {
            open += url.charAt(i) == '(' ? 1 : url.charAt(i) == ')' ? -1 : 0;
            deepest = Math.max(deepest, open);
        }
        return open == 0 && deepest < 10;
    }
}
