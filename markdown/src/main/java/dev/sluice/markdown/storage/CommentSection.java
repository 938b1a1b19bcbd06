package dev.sluice.markdown.storage;

import dev.sluice.markdown.MarkdownOptions;
import dev.sluice.markdown.MarkdownOptions.Feature;
import dev.sluice.markdown.PageComment;
import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Block.Alignment;
import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Mark.Style;
import dev.sluice.markdown.document.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The comments of a page as a section at its end: who, when, about what, then replies as quotations within. */
final class CommentSection {

    private static final int DEEPEST = 20;

    private final MarkdownOptions options;
    private final Function<String, List<Block>> reader;

    CommentSection(MarkdownOptions options, Function<String, List<Block>> reader) {
        this.options = options;
        this.reader = reader;
    }

    /** Empty when no comment is to be shown. */
    List<Block> of(List<PageComment> comments) {
        List<Block> blocks = new ArrayList<>();
        for (PageComment comment : comments) {
            if (!comment.resolved() || options.has(Feature.RESOLVED_COMMENTS)) {
                blocks.add(new Block.Quote(content(comment, 0)));
            }
        }
        if (!blocks.isEmpty()) {
            blocks.addFirst(new Block.Heading(2, List.of(new Inline.Text("Comments", Marks.NONE))));
        }
        return blocks;
    }

    private List<Block> content(PageComment comment, int depth) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(byline(comment), Alignment.NONE));
        if (!comment.quotedText().isBlank()) {
            Inline quoted = new Inline.Text(comment.quotedText(), Marks.NONE);
            blocks.add(new Block.Quote(List.of(new Block.Paragraph(List.of(quoted), Alignment.NONE))));
        }
        blocks.addAll(reader.apply(comment.storage()));
        for (PageComment reply : comment.replies()) {
            List<Block> replied = depth < DEEPEST ? content(reply, depth + 1) : reader.apply(reply.storage());
            blocks.add(new Block.Quote(replied));
        }
        return blocks;
    }

    private static List<Inline> byline(PageComment comment) {
        List<Inline> byline = new ArrayList<>();
        byline.add(new Inline.Text(comment.author(), Marks.NONE.with(Style.STRONG)));
        if (comment.created() != null) {
            byline.add(new Inline.Text(", " + comment.created(), Marks.NONE));
        }
        if (comment.resolved()) {
            byline.add(new Inline.Text(" (resolved)", Marks.NONE));
        }
        return byline;
    }
}
