package dev.sluice.markdown.storage;

import dev.sluice.markdown.LinkResolver;
import dev.sluice.markdown.LinkTarget;
import dev.sluice.markdown.MarkdownOptions.Feature;
import dev.sluice.markdown.PagePlaces;
import dev.sluice.markdown.StoragePage;
import dev.sluice.markdown.document.Destination;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jsoup.nodes.Element;

/** Turns references of a body into destinations, relative to the page's own file. */
final class Destinations {

    private final StoragePage page;
    private final LinkResolver links;
    private final Findings findings;
    private final boolean included;
    private final boolean keepsImages;

    Destinations(Surroundings surroundings) {
        this.page = surroundings.page();
        this.links = surroundings.links();
        this.findings = surroundings.findings();
        this.included = surroundings.included();
        this.keepsImages = surroundings.options().has(Feature.EXTERNAL_IMAGES);
    }

    /** Where an address in the body leads; a fragment is resolved within the export when the page is part of it. */
    Destination ofUrl(String href) {
        String url = href.strip();
        if (isScript(url)) {
            return new Destination.Broken(url);
        }
        int hash = url.indexOf('#');
        if (hash == 0) {
            return new Destination.Anchor(decoded(url.substring(1)));
        }
        if (url.isEmpty() || url.startsWith("mailto:") || DataUrl.is(url)) {
            return new Destination.Url(url);
        }
        String fragment = hash < 0 ? "" : url.substring(hash + 1);
        LinkTarget target = links.url(hash < 0 ? url : url.substring(0, hash));
        return switch (target) {
            case LinkTarget.InExport inExport -> file(inExport.path(), decoded(fragment));
            case LinkTarget.OutOfExport out -> new Destination.Url(hash < 0 ? out.url() : out.url() + "#" + fragment);
            case LinkTarget.Broken _ -> new Destination.Broken(url);
        };
    }

    /** Where a file attached to this page lies; empty when nobody knows it. */
    Optional<Destination> attached(String fileName) {
        LinkTarget target = own(fileName);
        return target instanceof LinkTarget.Broken ? Optional.empty() : Optional.of(target(target, "", () -> fileName));
    }

    /** Where a page of a list or tree lies. */
    Destination ofPage(LinkTarget target, String title) {
        return target(target, "", () -> "page " + title);
    }

    private static boolean isScript(String url) {
        String start = url.substring(0, Math.min(12, url.length())).toLowerCase(Locale.ROOT);
        return start.startsWith("javascript:") || start.startsWith("vbscript:");
    }

    static String decoded(String fragment) {
        try {
            return fragment.indexOf('%') < 0
                    ? fragment
                    : URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return fragment;
        }
    }

    /** Where a resource identifier ({@code ri:*}) leads. {@code anchor} is empty for the resource itself. */
    Destination ofReference(Element reference, String anchor) {
        return switch (reference.normalName()) {
            case "ri:url" -> ofUrl(reference.attr("ri:value"));
            default -> ofResource(reference, anchor);
        };
    }

    private Destination ofResource(Element reference, String anchor) {
        LinkTarget target = target(reference);
        return target instanceof LinkTarget.OutOfExport(String url) && !anchor.isEmpty()
                ? new Destination.Url(url + "#" + links.fragment(reference.attr("ri:content-title"), anchor))
                : target(target, anchor, () -> describe(reference));
    }

    /** What a resource identifier other than an address stands for. */
    LinkTarget target(Element reference) {
        String title = reference.attr("ri:content-title");
        return switch (reference.normalName()) {
            case "ri:page" ->
                title.isEmpty() ? links.space(space(reference)) : links.pageByTitle(space(reference), title);
            case "ri:blog-post" -> links.blogPost(space(reference), title, reference.attr("ri:posting-day"));
            case "ri:attachment" -> attachment(reference);
            case "ri:content-entity" -> links.pageById(reference.attr("ri:content-id"));
            case "ri:space" -> links.space(reference.attr("ri:space-key"));
            default -> new LinkTarget.Broken();
        };
    }

    /** Where a picture lies; one that the page holds itself may be kept as a file. */
    Destination ofImage(String address) {
        String url = address.strip();
        if (!DataUrl.is(url)) {
            return keepsImages && links.image(url) instanceof LinkTarget.InExport file
                    ? file(file.path(), "")
                    : ofUrl(url);
        }
        return DataUrl.read(url)
                .flatMap(data -> links.embeddedImage(data.fileName(), data.mediaType(), data.content()))
                .map(target -> target(target, "", () -> "picture"))
                .orElse(new Destination.Url(url));
    }

    private LinkTarget attachment(Element attachment) {
        String file = attachment.attr("ri:filename");
        Optional<Element> container = Elements.childReference(attachment);
        if (container.isEmpty() || isOwnId(container.get().attr("ri:content-id"))) {
            return own(file);
        }
        String title = container.get().attr("ri:content-title");
        String space = space(container.get());
        boolean own = title.equals(page.title()) && space.equals(page.spaceKey());
        return own ? own(file) : links.attachmentOf(space, title, file);
    }

    /** A page whose id is not known has none in common with others. */
    private boolean isOwnId(String id) {
        return !id.isEmpty() && id.equals(page.id());
    }

    /** A file of the page whose body this is, which need not be the page it is shown in. */
    private LinkTarget own(String file) {
        return included ? links.attachmentOf(page.spaceKey(), page.title(), file) : links.attachment(file);
    }

    private String space(Element reference) {
        String key = reference.attr("ri:space-key");
        return key.isEmpty() ? page.spaceKey() : key;
    }

    private Destination target(LinkTarget target, String anchor, Supplier<String> what) {
        return switch (target) {
            case LinkTarget.InExport inExport -> file(inExport.path(), anchor);
            case LinkTarget.OutOfExport out -> new Destination.Url(out.url());
            case LinkTarget.Broken _ -> new Destination.Broken(what.get() + (anchor.isEmpty() ? "" : "#" + anchor));
        };
    }

    private Destination file(String path, String anchor) {
        if (path.equals(page.outputPath()) && !anchor.isEmpty()) {
            return new Destination.Anchor(anchor);
        }
        String way = RelativePath.between(page.outputPath(), path);
        if (anchor.isEmpty()) {
            return new Destination.File(way, "", "");
        }
        Optional<PagePlaces.Place> place = links.place(path, anchor);
        if (place.isPresent() && place.get().equals(PagePlaces.Place.NOWHERE)) {
            findings.broken(path + "#" + anchor);
        }
        return place.map(found -> new Destination.File(way, found.heading(), found.id()))
                .orElseGet(() -> new Destination.File(way, anchor, ""));
    }

    /** A resource identifier in words, for comments and lists of broken links. */
    static String describe(Element reference) {
        if (reference.normalName().equals("ri:url")) {
            return reference.attr("ri:value");
        }
        StringBuilder words = new StringBuilder(attributes(reference));
        for (Element container : reference.children()) {
            words.append(" of ").append(attributes(container));
        }
        return words.toString();
    }

    private static String attributes(Element reference) {
        StringBuilder words = new StringBuilder(reference.normalName().replace("ri:", ""));
        reference.attributes().forEach(attribute -> {
            if (!attribute.getKey().equals("ri:version-at-save")
                    && attribute.getKey().startsWith("ri:")) {
                words.append(' ').append(attribute.getValue());
            }
        });
        return words.toString();
    }
}
