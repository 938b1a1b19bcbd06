package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Block.Alignment;
import dev.sluice.markdown.document.Block.Paragraph;
import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Mark;
import dev.sluice.markdown.document.Marks;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what the renderers emit. Inline content gathers in an open paragraph, which the next block ends; marks hold
 * across blocks, so that ill-nested storage (a paragraph in a link, a list in bold) loses neither text nor style.
 */
public final class ContentBuilder {

    private List<Block> blocks = new ArrayList<>();
    private List<Inline> line = new ArrayList<>();
    private Marks marks = Marks.NONE;
    private Alignment alignment = Alignment.NONE;
    private int codeDepth;
    private int preservedDepth;
    private int emitted;
    private int hidden;

    void text(String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!Lines.isBlank(text)) {
            emitted++;
        }
        if (codeDepth > 0) {
            code(text);
        } else if (preservedDepth > 0) {
            lines(text);
        } else {
            line.add(new Inline.Text(text, marks));
        }
    }

    private void lines(String text) {
        String[] parts = text.replace("\r\n", "\n").split("\n", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                lineBreak();
            }
            line.add(new Inline.Text(parts[i], marks));
        }
    }

    /** Text that holds its place even when empty, so that the marks around it are written. */
    void placeholder() {
        line.add(new Inline.Text("", marks));
    }

    void code(String code) {
        line.add(new Inline.Code(code, marks));
    }

    void lineBreak() {
        line.add(new Inline.Break(marks));
    }

    void image(Inline.Image image) {
        emitted++;
        line.add(image);
    }

    void formula(String tex) {
        emitted++;
        line.add(new Inline.Formula(tex, marks));
    }

    void comment(String text) {
        hidden++;
        line.add(new Inline.Comment(text, marks));
    }

    /** A point links can lead to; {@code wanted} writes it even when no link of this page does. */
    void anchor(String name, boolean wanted) {
        if (!name.isBlank()) {
            hidden++;
            line.add(new Inline.Anchor(name.strip(), wanted, marks));
        }
    }

    Marks marks() {
        return marks;
    }

    /** Renders content for which the mark holds. */
    void marked(Mark mark, Runnable content) {
        Marks outer = marks;
        marks = marks.with(mark);
        try {
            content.run();
        } finally {
            marks = outer;
        }
    }

    /** Renders content for which all the marks hold, outermost first. */
    void marked(List<Mark> more, Runnable content) {
        Marks outer = marks;
        for (Mark mark : more) {
            marks = marks.with(mark);
        }
        try {
            content.run();
        } finally {
            marks = outer;
        }
    }

    /** Renders content whose text is code. */
    void coded(Runnable content) {
        codeDepth++;
        try {
            content.run();
        } finally {
            codeDepth--;
        }
    }

    /** Renders content whose line ends are line breaks. */
    void preserved(Runnable content) {
        preservedDepth++;
        try {
            content.run();
        } finally {
            preservedDepth--;
        }
    }

    void block(Block block) {
        endParagraph();
        emitted++;
        blocks.add(block);
    }

    /** Renders content as a paragraph of its own, or several. */
    void paragraph(Alignment aligned, Runnable content) {
        if (!Lines.onlyAnchors(line)) {
            endParagraph();
        }
        Alignment outer = alignment;
        alignment = aligned == Alignment.NONE ? outer : aligned;
        try {
            content.run();
            endParagraph();
        } finally {
            alignment = outer;
        }
    }

    void endParagraph() {
        if (line.isEmpty()) {
            return;
        }
        for (List<Inline> part : Lines.paragraphs(line)) {
            blocks.add(new Paragraph(part, alignment));
        }
        line = new ArrayList<>();
    }

    /** Renders content into a list of blocks instead of the page. */
    List<Block> collect(Runnable content) {
        List<Block> outerBlocks = blocks;
        List<Inline> outerLine = line;
        Alignment outerAlignment = alignment;
        int outerCode = codeDepth;
        blocks = new ArrayList<>();
        line = new ArrayList<>();
        alignment = Alignment.NONE;
        codeDepth = 0;
        try {
            content.run();
            endParagraph();
            return blocks;
        } finally {
            blocks = outerBlocks;
            line = outerLine;
            alignment = outerAlignment;
            codeDepth = outerCode;
        }
    }

    /** Grows with everything emitted that a reader can see. */
    int emitted() {
        return emitted;
    }

    /** Grows with everything emitted that a reader of the source can see. */
    int traces() {
        return emitted + hidden;
    }
}
