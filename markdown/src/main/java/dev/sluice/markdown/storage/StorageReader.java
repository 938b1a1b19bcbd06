package dev.sluice.markdown.storage;

import dev.sluice.markdown.LinkResolver;
import dev.sluice.markdown.MarkdownOptions;
import dev.sluice.markdown.PageMetadata;
import dev.sluice.markdown.StoragePage;
import dev.sluice.markdown.document.Block;
import java.util.ArrayList;
import java.util.List;

/** Reads the body of a page into blocks. Thread-safe. */
public final class StorageReader {

    private final Renderers renderers = Renderers.all();
    private final MarkdownOptions options;

    public StorageReader(MarkdownOptions options) {
        this.options = options;
    }

    /** What a body holds, and what the reader could not render or resolve. */
    public record Content(List<Block> blocks, Findings findings) {}

    public Content read(StoragePage page, LinkResolver links) {
        Findings findings = new Findings();
        Bodies bodies = new Bodies(renderers, options, links, findings);
        List<Block> blocks = new ArrayList<>(bodies.own(page, page.storage()).blocks());
        PageMetadata metadata = page.metadata();
        if (metadata != null) {
            CommentSection section =
                    new CommentSection(options, body -> bodies.own(page, body).blocks());
            blocks.addAll(section.of(metadata.comments()));
        }
        return new Content(blocks, findings);
    }
}
