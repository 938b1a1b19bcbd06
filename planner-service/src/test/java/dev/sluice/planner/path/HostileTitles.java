package dev.sluice.planner.path;

import java.util.List;
import java.util.Random;

/** Titles and file names that file systems, object stores or people read as something else. */
final class HostileTitles {

    private static final List<String> PIECES = List.of(
            "Design",
            "design",
            "DESIGN",
            "Design.md",
            "design.MD",
            "..",
            ".",
            "/",
            "\\",
            "../../etc/passwd",
            "C:",
            "CON",
            "nul.txt",
            "aux",
            "COM1",
            "lpt\u00b9",
            "conin$",
            "_attachments",
            "_IMAGES",
            "_long",
            "_blog",
            ".sluice",
            ".git",
            " ",
            "  ",
            "\t",
            "\n",
            "\u0000",
            "\u0007",
            "\u007f",
            "\ud83d",
            "\udeb0",
            "\ud83d\udeb0",
            "\u202egnp.exe",
            "\u200f",
            "\ufeff",
            "\u2028",
            "\u00a0",
            "\u3000",
            "e\u0301",
            "\u00e9",
            "\u00df",
            "ss",
            "\u0130",
            "i",
            "\u0131",
            "\ufb01",
            "fi",
            "\u212a",
            "k",
            "\u03a3",
            "\u03c2",
            "\u03c3",
            "<",
            ">",
            ":",
            "\"",
            "|",
            "?",
            "*",
            "a?b",
            "x.tar.gz",
            "trailing.",
            "trailing ",
            "(1)",
            " (12)",
            "%2e%2e",
            "~",
            "$HOME",
            "-rf",
            "\u00e4".repeat(150),
            "\ud83d\udeb0".repeat(70),
            "long ".repeat(80),
            "a".repeat(199),
            "b".repeat(255));

    private HostileTitles() {}

    static String any(Random random) {
        StringBuilder title = new StringBuilder();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            title.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return title.toString();
    }

    static List<String> single() {
        return PIECES;
    }
}
