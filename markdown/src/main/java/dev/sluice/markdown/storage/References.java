package dev.sluice.markdown.storage;

import org.jsoup.nodes.Element;

/** Makes references from the plain text of old macros. */
final class References {

    private References() {}

    /** A page by its title, with the key of its space before a colon when it is another one. */
    static Element page(String text) {
        int colon = text.indexOf(':');
        boolean keyed = colon > 0 && text.substring(0, colon).matches("~?[A-Za-z0-9]+");
        Element page = new Element("ri:page").attr("ri:content-title", keyed ? text.substring(colon + 1) : text);
        return keyed ? page.attr("ri:space-key", text.substring(0, colon)) : page;
    }
}
