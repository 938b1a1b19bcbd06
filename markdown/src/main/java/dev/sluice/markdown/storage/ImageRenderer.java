package dev.sluice.markdown.storage;

import dev.sluice.markdown.MarkdownOptions.Feature;
import dev.sluice.markdown.document.Block.Alignment;
import dev.sluice.markdown.document.Destination;
import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Mark;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Images: attached to this or another page, from an address, or in a data URL. */
final class ImageRenderer implements ElementRenderer {

    private static final Pattern SIZE = Pattern.compile("[0-9]{1,5}%?");

    private static final Set<String> LINE_CONTAINERS = Set.of(
            "p", "a", "span", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "em", "u", "ac:link-body", "ac:link");

    @Override
    public Set<String> elements() {
        return Set.of("ac:image", "img");
    }

    @Override
    public void render(Element element, RenderContext context) {
        if (element.normalName().equals("img")) {
            String source = element.attr("src");
            if (!source.isEmpty()) {
                emit(element, context.destinations().ofImage(source), "", context);
            }
            context.leave(element);
            return;
        }
        boolean layout = element.hasAttr("ac:layout");
        Alignment alignment = layout ? Alignment.NONE : alignment(element, context);
        Runnable picture = () -> picture(element, context);
        if ((layout && !inLine(element)) || alignment != Alignment.NONE) {
            context.out().paragraph(alignment, picture);
        } else {
            picture.run();
        }
    }

    /** The new editor centres every picture, so that this says nothing; in the old one somebody wished it. */
    private static Alignment alignment(Element element, RenderContext context) {
        boolean centred =
                element.attr("ac:align").equals("center") && context.options().has(Feature.IMAGE_SIZES);
        return centred ? Alignment.CENTER : Alignment.NONE;
    }

    private static boolean inLine(Element element) {
        Element parent = element.parent();
        return parent != null && LINE_CONTAINERS.contains(parent.normalName());
    }

    private static void picture(Element element, RenderContext context) {
        Optional<Element> reference = Elements.endedReference(element);
        Optional<Element> caption = Elements.child(element, "ac:caption");
        if (reference.isPresent()) {
            Element found = reference.get();
            Destination source = found.normalName().equals("ri:url")
                    ? context.destinations().ofImage(found.attr("ri:value"))
                    : context.destinations().ofReference(found, "");
            emit(element, source, fileName(reference.get()), context);
        } else if (element.hasAttr("ac:src")) {
            emit(element, context.destinations().ofImage(element.attr("ac:src")), "", context);
        }
        strayContent(element, context);
        if (caption.isPresent() && !Elements.text(caption.get()).isBlank()) {
            context.out().lineBreak();
            context.out().marked(Mark.Style.EMPHASIS, () -> context.children(caption.get()));
        }
    }

    /** An image has no content but its caption, unless its end is missing. */
    private static void strayContent(Element image, RenderContext context) {
        context.each(image, node -> {
            boolean part = Elements.isReference(node) || node.normalName().equals("ac:caption");
            if (!part && !Elements.isBlank(node)) {
                context.node(node);
            }
        });
    }

    private static String fileName(Element reference) {
        if (!reference.normalName().equals("ri:url")) {
            return LinkRenderer.name(reference);
        }
        String url = reference.attr("ri:value");
        int end = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
        return url.startsWith("data:") ? "" : url.substring(url.lastIndexOf('/', Math.max(0, end - 1)) + 1, end);
    }

    private static void emit(Element element, Destination source, String name, RenderContext context) {
        String alt = either(element, "ac:alt", "alt");
        if (alt.isEmpty() && !element.hasAttr("ac:alt")) {
            alt = name;
        }
        context.out()
                .image(new Inline.Image(
                        LinkRenderer.note(source, context),
                        alt,
                        either(element, "ac:title", "title"),
                        frame(element, context),
                        context.out().marks()));
    }

    private static Inline.Frame frame(Element element, RenderContext context) {
        if (!context.options().has(Feature.IMAGE_SIZES)) {
            return Inline.Frame.NATURAL;
        }
        String width = size(either(element, "ac:width", "width"));
        String height = size(either(element, "ac:height", "height"));
        boolean natural = width.equals(size(element.attr("ac:original-width")))
                && (height.isEmpty() || height.equals(size(element.attr("ac:original-height"))));
        String align = element.attr("ac:align");
        boolean flows = !element.hasAttr("ac:layout") && (align.equals("left") || align.equals("right"));
        if (natural && !flows) {
            return Inline.Frame.NATURAL;
        }
        return new Inline.Frame(natural ? "" : width, natural ? "" : height, flows ? align : "");
    }

    private static String size(String value) {
        String size = value.strip();
        if (size.endsWith("px")) {
            size = size.substring(0, size.length() - 2);
        }
        int dot = size.indexOf('.');
        if (dot > 0) {
            size = size.substring(0, dot);
        }
        return SIZE.matcher(size).matches() ? size : "";
    }

    private static String either(Element element, String attribute, String other) {
        String value = element.attr(attribute);
        return value.isEmpty() ? element.attr(other) : value;
    }
}
