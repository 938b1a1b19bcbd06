package dev.sluice.markdown.storage;

import dev.sluice.markdown.LinkResolver;
import dev.sluice.markdown.MarkdownOptions;
import dev.sluice.markdown.PageMetadata;
import dev.sluice.markdown.StoragePage;
import dev.sluice.markdown.document.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads the body of a page into blocks. Thread-safe. */
public final class StorageReader {

    private final StorageParser parser = new StorageParser();
    private final Renderers renderers = Renderers.all();
    private final MarkdownOptions options;

    public StorageReader(MarkdownOptions options) {
        this.options = options;
    }

    /** What a body holds, and what the reader could not render or resolve. */
    public record Content(List<Block> blocks, Findings findings) {}

    public Content read(StoragePage page, LinkResolver links) {
        Findings findings = new Findings();
        List<Block> blocks = new ArrayList<>(blocks(page, page.storage(), links, findings));
        PageMetadata metadata = page.metadata();
        if (metadata != null) {
            CommentSection section = new CommentSection(options, body -> blocks(page, body, links, findings));
            blocks.addAll(section.of(metadata.comments()));
        }
        return new Content(blocks, findings);
    }

    private List<Block> blocks(StoragePage page, String storage, LinkResolver links, Findings findings) {
        Document body = parser.parse(storage);
        Surroundings surroundings =
                new Surroundings(page, links, options, wantedAnchors(body, hasIds(storage)), findings);
        RenderContext context = new RenderContext(renderers, surroundings);
        return context.out().collect(() -> context.children(body));
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
