package dev.sluice.systemtests.model;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;

/** Titles and file names: few, so that they meet again, and many that are hard to turn into paths. */
final class Titles {

    private static final List<String> PLAIN =
            List.of("Plan", "Design", "Notes", "Team", "Budget", "Release", "Überblick");

    private static final List<String> NASTY = List.of(
            "CON",
            "nul.txt",
            "..",
            ".",
            "../../escape",
            "a/b",
            "a:b",
            "a\\b",
            "plan.md",
            "_attachments",
            ".sluice",
            "index",
            "README",
            "ends with a dot.",
            "ends with a space ",
            " starts with one",
            "100% %2F # ? & + ;",
            "<b>\"quoted\"</b> 'x' | * ?",
            "[link](target) `code` ~tilde~",
            "שלום עולם",
            "\u202Eright to left\u202C",
            "🚀👩‍💻",
            "日本語のページ",
            "ﬁle with ligature",
            "tab\there",
            "zero\u200Bwidth",
            "-- dash",
            "$PATH %PATH% ${x}");

    private static final List<String> FILES = List.of(
            "a.png",
            "A.png",
            "b.txt",
            "report.pdf",
            "no ending",
            "..hidden.txt",
            "CON.png",
            "a b+c&d=e#f.png",
            "100% done.txt",
            "schöne Übersicht.png",
            "图表.png",
            "what?.txt",
            "semi;colon'quote.zip",
            "x/y.txt",
            "twice.tar.gz");

    private final Random random;

    Titles(Random random) {
        this.random = random;
    }

    String title() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> pick(NASTY);
            case 2 -> pick(NASTY) + " " + random.nextInt(3);
            case 3 -> recased(pick(PLAIN));
            case 4 -> Normalizer.normalize("Café " + pick(PLAIN), form());
            case 5 -> veryLong();
            default -> pick(PLAIN) + " " + random.nextInt(30);
        };
    }

    String fileName() {
        String name = pick(FILES);
        return switch (random.nextInt(6)) {
            case 0 -> recased(name);
            case 1 -> Normalizer.normalize("é" + name, form());
            case 2 -> random.nextInt(9) + name;
            default -> name;
        };
    }

    /** The same but for case. */
    String recased(String title) {
        String lower = title.toLowerCase(java.util.Locale.ROOT);
        return title.equals(lower) ? title.toUpperCase(java.util.Locale.ROOT) : lower;
    }

    private Normalizer.Form form() {
        return random.nextBoolean() ? Normalizer.Form.NFC : Normalizer.Form.NFD;
    }

    private String veryLong() {
        String title = pick(PLAIN) + " " + (random.nextBoolean() ? "長" : "long ").repeat(120);
        return title.substring(0, Math.min(title.length(), 250 + random.nextInt(5)))
                        .strip()
                + random.nextInt(2);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
