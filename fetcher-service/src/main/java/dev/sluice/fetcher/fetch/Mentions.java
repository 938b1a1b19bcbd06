package dev.sluice.fetcher.fetch;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The people whom a storage body names by their ids. */
final class Mentions {

    private static final String ELEMENT = "<ri:user";
    private static final Pattern ID = Pattern.compile(
            "<ri:user\\b[^>]{0,400}?\\bri:(?:account-id|userkey)\\s*=\\s*[\"']([A-Za-z0-9:_.-]{1,128})[\"']");

    private Mentions() {}

    static Set<String> in(String storage) {
        if (!storage.contains(ELEMENT)) {
            return Set.of();
        }
        Set<String> ids = new LinkedHashSet<>();
        Matcher found = ID.matcher(storage);
        while (found.find()) {
            ids.add(found.group(1));
        }
        return ids;
    }
}
