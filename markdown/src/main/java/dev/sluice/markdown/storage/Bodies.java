package dev.sluice.markdown.storage;

import dev.sluice.markdown.LinkResolver;
import dev.sluice.markdown.MarkdownOptions;
import dev.sluice.markdown.StoragePage;
import dev.sluice.markdown.document.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The bodies that one conversion reads: the page's own, its comments', and those of pages shown within it. A page is
 * never shown within itself, and what is shown in all is bounded, for a page may show another a thousand times.
 */
final class Bodies {

    private static final int DEEPEST = 8;
    private static final int MOST_CHARACTERS = 2_000_000;

    private final StorageParser parser = new StorageParser();
    private final Renderers renderers;
    private final MarkdownOptions options;
    private final LinkResolver links;
    private final Findings findings;
    private int included;

    Bodies(Renderers renderers, MarkdownOptions options, LinkResolver links, Findings findings) {
        this.renderers = renderers;
        this.options = options;
        this.links = links;
        this.findings = findings;
    }

    /** A body, and how to render it or a part of it. */
    record Body(Document document, RenderContext context) {

        List<Block> blocks() {
            return context.blocks(document);
        }
    }

    /** The body of the page, or of a comment on it. */
    Body own(StoragePage page, String storage) {
        return open(page, storage, List.of(page.outputPath()), 0);
    }

    /** The body of the page at a path, to be shown within another; empty when it is not at hand or not to be shown. */
    Optional<Body> within(RenderContext host, String path, String spaceKey, String title) {
        List<String> trail = host.trail();
        if (trail.size() > DEEPEST || trail.contains(path) || included >= MOST_CHARACTERS) {
            return Optional.empty();
        }
        return links.body(path).map(storage -> {
            included += Math.max(1_000, storage.length());
            List<String> longer = new ArrayList<>(trail);
            longer.add(path);
            StoragePage page = new StoragePage("", spaceKey, title, host.page().outputPath(), storage);
            return open(page, storage, longer, host.depth());
        });
    }

    private Body open(StoragePage page, String storage, List<String> trail, int depth) {
        Document document = parser.parse(storage);
        Set<String> anchors = wantedAnchors(document, hasIds(storage));
        Surroundings surroundings = new Surroundings(page, links, options, anchors, findings, this, trail);
        return new Body(document, new RenderContext(renderers, surroundings, depth));
    }

    /** Few bodies have elements with an id; in all others nobody need look for links to them. */
    private static boolean hasIds(String storage) {
        return storage.contains(" id=") || storage.contains("\nid=") || storage.contains("\tid=");
    }

    private static Set<String> wantedAnchors(Document body, boolean identified) {
        if (!identified) {
            return Set.of();
        }
        Set<String> wanted = new HashSet<>();
        body.traverse((node, depth) -> {
            if (node instanceof Element element) {
                String href = element.attr("href");
                int hash = href.indexOf('#');
                if (hash >= 0) {
                    wanted.add(href.substring(hash + 1));
                    wanted.add(Destinations.decoded(href.substring(hash + 1)));
                }
                if (element.hasAttr("ac:anchor")) {
                    wanted.add(element.attr("ac:anchor").strip());
                }
            }
        });
        return wanted;
    }
}
