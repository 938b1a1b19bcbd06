package dev.sluice.markdown.writing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Heading slugs as GitHub makes them: lower case, no punctuation, spaces as hyphens, repeats numbered from 1. */
final class Slugs {

    private final Map<String, Integer> used = new HashMap<>();

    /** The slug of the next heading of a page. */
    String next(String heading) {
        String base = of(heading);
        String slug = base;
        if (used.containsKey(base)) {
            int number = used.get(base);
            do {
                number++;
                slug = base + "-" + number;
            } while (used.containsKey(slug));
            used.put(base, number);
        }
        used.putIfAbsent(slug, 0);
        return slug;
    }

    static String of(String heading) {
        String text = heading.strip().toLowerCase(Locale.ROOT);
        StringBuilder slug = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == ' ') {
                slug.append('-');
            } else if (c == '-' || isWord(c)) {
                slug.appendCodePoint(c);
            }
        }
        return slug.toString();
    }

    /** The identifier that Pandoc gives a heading: it begins with a letter, and has no two hyphens for spaces in a row. */
    static String ofPandoc(String heading) {
        String text = heading.toLowerCase(Locale.ROOT);
        StringBuilder identifier = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c)) {
                gap = !identifier.isEmpty();
            } else if (Character.isLetter(c)
                    || (!identifier.isEmpty() && (Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.'))) {
                identifier.append(gap ? "-" : "").appendCodePoint(c);
                gap = false;
            }
        }
        return identifier.isEmpty() ? "section" : identifier.toString();
    }

    private static boolean isWord(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.CONNECTOR_PUNCTUATION -> true;
            default -> Character.isAlphabetic(c);
        };
    }

    /** Letters and digits only: what the conventions for anchors agree on. */
    static String key(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); ) {
            int c = lower.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                key.appendCodePoint(c);
            }
        }
        return key.toString();
    }
}
