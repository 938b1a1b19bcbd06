package dev.sluice.markdown.storage;

import org.jsoup.nodes.Document;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/**
 * Parses storage format leniently: undeclared prefixes, HTML entities and CDATA are understood, unclosed and stray tags
 * are repaired. No document type is read, so there are no external entities and no entity of the page's own.
 */
public final class StorageParser {

    /** Stands within {@code xmlns} while a hostile body is parsed; removed from the result by {@link #restore}. */
    private static final String GUARD = "\uFDD0";

    private static final int HARMLESS_DECLARATIONS = 64;

    /** The parser copies all namespaces in scope for every element, so thousands of declarations would fill the heap. */
    Document parse(String storage) {
        String body = storage;
        if (storage.contains(GUARD)) {
            body = body.replace(GUARD, "");
        }
        if (declarations(body) > HARMLESS_DECLARATIONS) {
            body = body.replace("xmlns", "xml" + GUARD + "ns");
        }
        Parser parser = Parser.xmlParser();
        if (hasUpperCaseTags(body)) {
            parser.settings(ParseSettings.htmlDefault);
        }
        Document document = parser.parseInput(body, "");
        if (!body.contains("<ac:") && body.contains("<structured-macro")) {
            Prefixes.restore(document);
        }
        return document;
    }

    /** Such a body was written by hand, and its attributes may be in upper case as well. */
    private static boolean hasUpperCaseTags(String body) {
        for (int at = body.indexOf('<'); at >= 0 && at + 1 < body.length(); at = body.indexOf('<', at + 1)) {
            char c = body.charAt(at + 1);
            if (c >= 'A' && c <= 'Z') {
                return true;
            }
        }
        return false;
    }

    /** Undoes what {@link #parse} did to a body with very many namespace declarations. */
    public static String restore(String markdown) {
        return markdown.contains(GUARD) ? markdown.replace(GUARD, "") : markdown;
    }

    private static int declarations(String body) {
        int count = 0;
        for (int at = body.indexOf("xmlns"); at >= 0; at = body.indexOf("xmlns", at + 5)) {
            count++;
        }
        return count;
    }
}
