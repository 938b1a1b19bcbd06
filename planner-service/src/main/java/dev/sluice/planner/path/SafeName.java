package dev.sluice.planner.path;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns titles and file names into names that Windows, macOS, Linux and S3 all take, and that none of them reads as
 * something else: no separators, no device names, no leading dot, no trailing dot or blank, NFC.
 */
final class SafeName {

    /** Leaves room for a collision suffix and an extension within the 255 bytes that file systems allow. */
    static final int MAX_BYTES = 200;

    private static final Pattern REFUSED = Pattern.compile(
            "[<>:\"/\\\\|?*\\p{Cc}\\p{Cs}\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])([ .].*)?");
    private static final Set<String> OURS = Set.of("_attachments", "_images", "_blog", "_long");

    private SafeName() {}

    /** A name for a page or folder; never empty. */
    static String ofTitle(String title) {
        String name = cut(clean(title), MAX_BYTES);
        boolean readsAsFile = name.toLowerCase(Locale.ROOT).endsWith(".md");
        boolean ours = OURS.contains(name.toLowerCase(Locale.ROOT));
        return readsAsFile || ours ? name + "_" : name;
    }

    /** Whether it is a name that Sluice gives to folders itself. */
    static boolean isOurs(String name) {
        return OURS.contains(name);
    }

    /** A name for a file; keeps its extension when it must be cut. */
    static String ofFile(String fileName) {
        String name = clean(fileName);
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= 16 ? name.substring(dot) : "";
        String base = name.substring(0, name.length() - extension.length());
        return cut(base, MAX_BYTES - utf8Length(extension)) + extension;
    }

    /** Equal for names that a case-insensitive file system takes for the same. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String clean(String text) {
        String name = withoutTail(isPlain(text) ? text : cleanedUp(text));
        if (name.isEmpty()) {
            return "untitled";
        }
        if (name.startsWith(".") || DEVICE.matcher(name).matches()) {
            return "_" + name;
        }
        return name;
    }

    private static String cleanedUp(String text) {
        String name = Normalizer.normalize(text, Normalizer.Form.NFC);
        name = REFUSED.matcher(name).replaceAll("_");
        return BLANKS.matcher(name).replaceAll(" ").strip();
    }

    /** Whether there is nothing to clean up, as in most titles: expressions cost more than all else that paths need. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            boolean other = c == '-' || c == '_' || c == '.' || c == '(' || c == ')' || (c == ' ' && before != ' ');
            if (!letter && !other) {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    private static String cut(String name, int maxBytes) {
        int bytes = 0;
        for (int i = 0; i < name.length(); ) {
            int codePoint = name.codePointAt(i);
            bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
            if (bytes > maxBytes) {
                return withoutTail(name.substring(0, i));
            }
            i += Character.charCount(codePoint);
        }
        return name;
    }

    private static String withoutTail(String name) {
        int end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ' ')) {
            end--;
        }
        return name.substring(0, end);
    }
}
