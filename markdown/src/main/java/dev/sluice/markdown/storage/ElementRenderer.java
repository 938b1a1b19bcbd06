package dev.sluice.markdown.storage;

import java.util.Set;
import org.jsoup.nodes.Element;

/** Renders some of the elements of storage format. */
interface ElementRenderer {

    /** Lower-case names with prefix, such as {@code ac:link}. */
    Set<String> elements();

    void render(Element element, RenderContext context);
}
