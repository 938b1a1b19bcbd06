package dev.sluice.markdown.roundtrip;

import java.util.Arrays;
import java.util.List;

/** Splits text into words as the eye does. */
final class Words {

    private Words() {}

    static List<String> of(String text) {
        return Arrays.stream(text.split("[\\s\\u00a0\\u200b]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static String joined(String text) {
        return String.join(" ", of(text));
    }

    /** On one line and without the box of a task, which CommonMark leaves in the text. */
    static String withoutBox(String text) {
        return joined(text).replaceFirst("^(?:\\[[ xX]]|[☐☑])(?: |$)", "");
    }
}
