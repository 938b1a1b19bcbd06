package dev.sluice.pipeline;

import java.util.regex.Pattern;

/** Text from outside, made such that JSON and PostgreSQL can hold it: no U+0000, no half of a surrogate pair. */
final class StorableText {

    private static final Pattern REFUSED = Pattern.compile("[\\x00\\p{Cs}]");

    private StorableText() {}

    static String of(String text) {
        return REFUSED.matcher(text).replaceAll("\ufffd");
    }
}
