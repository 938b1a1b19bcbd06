package dev.sluice.markdown.storage;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Gives Confluence's elements the prefixes that other tools took from a body. */
final class Prefixes {

    private static final Set<String> CONFLUENCE = Set.of(
            "structured-macro",
            "macro",
            "parameter",
            "default-parameter",
            "rich-text-body",
            "plain-text-body",
            "link",
            "link-body",
            "plain-text-link-body",
            "image",
            "caption",
            "layout",
            "layout-section",
            "layout-cell",
            "task-list",
            "task",
            "task-id",
            "task-uuid",
            "task-status",
            "task-body",
            "emoticon",
            "placeholder",
            "inline-comment-marker",
            "adf-extension",
            "adf-node",
            "adf-attribute",
            "adf-content",
            "adf-fallback",
            "adf-mark");

    private static final Set<String> RESOURCES =
            Set.of("page", "blog-post", "attachment", "url", "user", "space", "shortcut", "content-entity");

    private Prefixes() {}

    static void restore(Document body) {
        for (Element element : body.getAllElements()) {
            String name = element.normalName();
            Element parent = element.parent();
            boolean ofTable = name.equals("caption")
                    && parent != null
                    && parent.normalName().equals("table");
            if (CONFLUENCE.contains(name) && !ofTable) {
                prefix(element, "ac:");
            } else if (RESOURCES.contains(name)) {
                prefix(element, "ri:");
            }
        }
    }

    private static void prefix(Element element, String prefix) {
        element.tagName(prefix + element.normalName());
        for (Attribute attribute : List.copyOf(element.attributes().asList())) {
            if (attribute.getKey().indexOf(':') < 0) {
                element.attr(prefix + attribute.getKey(), attribute.getValue());
            }
        }
    }
}
