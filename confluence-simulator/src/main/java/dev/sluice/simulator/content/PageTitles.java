package dev.sluice.simulator.content;

import dev.sluice.simulator.SiteShape;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Titles of generated pages: unique within their space, and now and then hard to turn into a file name. */
public final class PageTitles {

    /**
     * Titles that occur once, on the pages 2, 5, 8 and so on of the first space; the last of them in all other spaces as
     * well, so that few pages cannot be moved to another space.
     */
    private static final List<String> ONCE = List.of(
            "CON",
            "..",
            "AUX.txt",
            "???",
            ".hidden",
            "100% sure? %2F %20 %%",
            "C:\\Windows\\System32",
            "/etc/passwd",
            "../../escape",
            "ends with a dot.",
            "ends with a space ",
            "<script>alert(\"x\") & 'y'</script>",
            "שלום עולם 2026",
            "\u202Eright to left\u202C",
            "🚀 Launch 👩‍💻 plan",
            "NUL",
            "*",
            "a & b < c > d",
            "a|b#c^d[e]{f}`g`~h",
            "COM1.log...",
            "-leading dash",
            "~$lock",
            "index",
            "README",
            "日本語のページ",
            "_attachments",
            "ﬁle with ligature");

    private static final int SHARED = 5;

    private static final List<String> SPACE_NAMES = List.of(
            "Engineering",
            "Operations",
            "Documentation",
            "Human Resources",
            "Finance",
            "Legal",
            "Marketing",
            "Quality");
    private static final List<String> SPACE_KEYS = List.of("ENG", "OPS", "DOC", "HR", "FIN", "LAW", "MKT", "QA");

    private final SiteShape shape;

    public PageTitles(SiteShape shape) {
        this.shape = shape;
    }

    public static String spaceKey(int spaceIndex) {
        return spaceIndex < SPACE_KEYS.size() ? SPACE_KEYS.get(spaceIndex) : "SPC" + spaceIndex;
    }

    public static String spaceName(int spaceIndex) {
        return spaceIndex < SPACE_NAMES.size() ? SPACE_NAMES.get(spaceIndex) : "Space " + spaceIndex;
    }

    /** Title of the page with this place in its space; 0 is the home page. */
    public String title(int spaceIndex, int ordinal) {
        if (ordinal == 0) {
            return spaceName(spaceIndex) + " Home";
        }
        if (!shape.nastyTitles()) {
            return plain(spaceIndex, ordinal);
        }
        int once = (ordinal - 2) / 3;
        if (ordinal >= 2
                && (ordinal - 2) % 3 == 0
                && once < ONCE.size()
                && (spaceIndex == 0 || once >= ONCE.size() - SHARED)) {
            return ONCE.get(once);
        }
        return ordinal % 8 == 3 || ordinal % 8 == 4 ? nasty(spaceIndex, ordinal) : plain(spaceIndex, ordinal);
    }

    private String plain(int spaceIndex, int ordinal) {
        return Words.topic(dice(spaceIndex, ordinal)) + " " + ordinal;
    }

    /** The pages 8k+3 and 8k+4 are a pair, so that both halves of a near collision exist. */
    private String nasty(int spaceIndex, int ordinal) {
        String pair = "n" + ordinal / 8;
        boolean second = ordinal % 8 == 4;
        Dice dice = dice(spaceIndex, -1L - ordinal / 8);
        String topic = Words.topic(dice);
        return switch (dice.below(8)) {
            case 0 -> second ? topic.toUpperCase(Locale.ROOT) + " " + pair : topic + " " + pair;
            case 1 ->
                Normalizer.normalize(
                        "Café Übersicht Ångström " + topic + " " + pair,
                        second ? Normalizer.Form.NFD : Normalizer.Form.NFC);
            case 2 -> "A/B " + topic + (second ? ":" : "/") + " " + pair;
            case 3 -> veryLong(topic + " " + pair + (second ? " b" : " a"));
            case 4 -> topic + " \"" + pair + "\"" + (second ? "..." : "");
            case 5 -> "🧭 " + topic + (second ? " ✅ " : " ❌ ") + pair;
            case 6 -> pair + (second ? " % off & more <b>" : " ?!*|<>") + " " + topic;
            default -> second ? ". " + topic + " " + pair : topic + " " + pair + " .";
        };
    }

    /** 255 characters, many of which take three bytes in UTF-8. */
    private static String veryLong(String start) {
        StringBuilder title = new StringBuilder(start).append(' ');
        while (title.length() < 255) {
            title.append(title.length() % 5 == 0 ? ' ' : '長');
        }
        return title.substring(0, 255);
    }

    private Dice dice(int spaceIndex, long ordinal) {
        return Dice.of(shape.seed(), 11, spaceIndex, ordinal);
    }
}
