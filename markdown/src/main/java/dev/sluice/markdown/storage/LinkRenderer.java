package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Destination;
import dev.sluice.markdown.document.Mark;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Links and mentions. */
final class LinkRenderer implements ElementRenderer {

    @Override
    public Set<String> elements() {
        return Set.of("a", "ac:link", "ri:user", "ri:page", "ri:blog-post", "ri:attachment", "ri:space", "ri:url");
    }

    @Override
    public void render(Element element, RenderContext context) {
        switch (element.normalName()) {
            case "a" -> address(element, context);
            case "ac:link" -> link(element, context);
            case "ri:user" -> mention(element, context);
            default -> toReference(element, context);
        }
    }

    private static void address(Element element, RenderContext context) {
        String href = element.attr("href").strip();
        context.out().anchor(element.attr("name"), true);
        if (href.isEmpty()) {
            context.children(element);
            return;
        }
        Mark link = new Mark.Link(note(context.destinations().ofUrl(href), context), element.attr("title"));
        context.out().marked(link, () -> {
            int before = context.out().emitted();
            context.children(element);
            if (context.out().emitted() == before) {
                context.out().placeholder();
            }
        });
    }

    private static void link(Element element, RenderContext context) {
        Optional<Element> reference = Elements.endedReference(element);
        if (reference.isPresent() && reference.get().normalName().equals("ri:user")) {
            person(element, reference.get(), context);
            return;
        }
        String anchor = element.attr("ac:anchor").strip();
        Destination destination = reference
                .map(found -> context.destinations().ofReference(found, anchor))
                .orElseGet(() -> anchor.isEmpty()
                        ? new Destination.Broken("link without a target")
                        : new Destination.Anchor(anchor));
        Mark link = new Mark.Link(note(destination, context), element.attr("ac:tooltip"));
        String otherwise = reference.map(LinkRenderer::name).orElse(anchor);
        context.out().marked(link, () -> {
            int before = context.out().emitted();
            body(element, context);
            if (context.out().emitted() == before) {
                context.out().text(otherwise);
            }
        });
    }

    /** A mention, or the text that someone gave a link to a person. */
    private static void person(Element link, Element user, RenderContext context) {
        int before = context.out().emitted();
        body(link, context);
        if (context.out().emitted() == before) {
            mention(user, context);
        }
    }

    private static void body(Element link, RenderContext context) {
        context.each(link, child -> {
            if (!Elements.isReference(child)) {
                context.node(child);
            }
        });
    }

    /** A link to a resource by its own name, for references that stand alone. */
    static void toReference(Element reference, RenderContext context) {
        Destination destination = note(context.destinations().ofReference(reference, ""), context);
        context.out().marked(new Mark.Link(destination, ""), () -> context.out().text(name(reference)));
    }

    /** A destination, after a broken one was noted. */
    static Destination note(Destination destination, RenderContext context) {
        if (destination instanceof Destination.Broken broken) {
            context.findings().broken(broken.what());
        }
        return destination;
    }

    /** The name of a person as Confluence shows it; the id when nobody knows the name. */
    static void mention(Element user, RenderContext context) {
        context.out().text("@" + userName(user, context));
    }

    static String userName(Element user, RenderContext context) {
        String account = user.attr("ri:account-id");
        String key = user.attr("ri:userkey");
        String name = user.attr("ri:username");
        return context.links()
                .userName(orNull(account), orNull(key), orNull(name))
                .filter(found -> !found.isBlank())
                .orElse(!name.isEmpty() ? name : !key.isEmpty() ? key : account);
    }

    private static @org.jspecify.annotations.Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    /** What Confluence shows for a link without text. */
    static String name(Element reference) {
        return switch (reference.normalName()) {
            case "ri:page", "ri:blog-post" ->
                reference.attr("ri:content-title").isEmpty()
                        ? reference.attr("ri:space-key")
                        : reference.attr("ri:content-title");
            case "ri:attachment" -> reference.attr("ri:filename");
            case "ri:space" -> reference.attr("ri:space-key");
            case "ri:url" -> reference.attr("ri:value");
            case "ri:shortcut" -> reference.attr("ri:parameter") + "@" + reference.attr("ri:key");
            case "ri:content-entity" -> reference.attr("ri:content-id");
            default -> Destinations.describe(reference);
        };
    }
}
