package dev.sluice.markdown.writing;

import dev.sluice.markdown.Flavour;
import dev.sluice.markdown.PagePlaces;
import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Block.Alignment;
import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.writing.InlineWriter.Place;
import java.util.List;

/** Writes blocks as Markdown. One instance writes one page. */
public final class MarkdownWriter {

    private final Flavour flavour;
    private final Hrefs hrefs;
    private final Outline outline;
    private final InlineWriter inlines;
    private final HtmlWriter html;
    private final ListWriter lists;
    private final TableWriter tables;
    private final ContentsWriter contents;
    private final Output out = new Output();

    private MarkdownWriter(Flavour flavour, Outline outline) {
        this.flavour = flavour;
        this.outline = outline;
        this.hrefs = new Hrefs(flavour, outline);
        this.inlines = new InlineWriter(flavour, hrefs);
        this.contents = new ContentsWriter(flavour, outline, hrefs);
        this.html = new HtmlWriter(flavour, hrefs, outline, contents);
        this.lists = new ListWriter(flavour, out, this);
        this.tables = new TableWriter(flavour, inlines, html);
    }

    /**
     * What was written.
     *
     * @param brokenAnchors links to places of the page that do not exist
     */
    public record Written(String markdown, List<String> brokenAnchors) {}

    /** What to write: the title is written as the first heading unless it is empty. */
    public record Page(String title, boolean titleHeading, List<Block> blocks) {}

    /** Every line ends with a line feed; an empty page is empty. */
    public static Written write(Page page, Flavour flavour) {
        Outline outline = new Outline(page.title(), page.titleHeading(), page.blocks());
        MarkdownWriter writer = new MarkdownWriter(flavour, outline);
        outline.first().ifPresent(writer::heading);
        writer.blocks(page.blocks(), false);
        return new Written(writer.out.toString(), writer.hrefs.broken());
    }

    /** The headings and anchors of a page, as they will be when it is written. */
    public static PagePlaces places(Page page) {
        Outline outline = new Outline(page.title(), page.titleHeading(), page.blocks());
        return anchor -> outline.find(anchor)
                .map(place -> new PagePlaces.Place(
                        place.id(), place.heading().map(Outline.Entry::text).orElse("")));
    }

    /** The titles of the ancestors on one line, and an empty line. */
    public static String breadcrumbs(List<String> ancestors, Flavour flavour) {
        Escaper escaper = new Escaper(flavour);
        StringBuilder line = new StringBuilder();
        for (String title : ancestors) {
            line.append(line.isEmpty() ? "" : " / ");
            escaper.append(line, title.strip(), new Escaper.Position(line.isEmpty(), true, ' '));
        }
        return line.append("\n\n").toString();
    }

    /** Writes blocks one after the other; {@code tight} leaves no empty lines between them. */
    void blocks(List<Block> blocks, boolean tight) {
        boolean first = out.atMarker() || out.count() == 0;
        ListWriter.Marker before = ListWriter.Marker.NONE;
        for (Block block : blocks) {
            if (!first && !tight) {
                out.separate();
            }
            int count = out.count();
            before = switch (block) {
                case Block.Listing list -> lists.write(list, before);
                case Block.Contents toc when !toc.style().flat() -> contents(toc, before);
                default -> other(block, before);
            };
            first &= out.count() == count;
        }
    }

    private ListWriter.Marker other(Block block, ListWriter.Marker before) {
        int count = out.count();
        block(block);
        return out.count() == count ? before : ListWriter.Marker.NONE;
    }

    /** A table of contents is a list, and must not become one with the list before it. */
    private ListWriter.Marker contents(Block.Contents toc, ListWriter.Marker before) {
        List<ContentsWriter.Line> lines = contents.entries(toc);
        if (lines.isEmpty()) {
            out.line(ContentsWriter.NOTHING);
            return ListWriter.Marker.NONE;
        }
        ListWriter.Marker marker = lists.next(false, before);
        lines.forEach(line -> out.line(contents.entry(line, ListWriter.sign(marker, 0))));
        return marker;
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph paragraph -> paragraph(paragraph);
            case Block.Heading heading -> heading(heading);
            case Block.CodeBlock code -> Fences.write(out, code, flavour);
            case Block.Quote quote -> out.within("> ", "> ", () -> blocks(quote.content(), false));
            case Block.Alert alert -> new AlertWriter(flavour, out, this).write(alert);
            case Block.Listing list -> lists.write(list, ListWriter.Marker.NONE);
            case Block.Table table -> out.lines(tables.write(table));
            case Block.Rule _ -> out.line(isPlainRule() ? "---" : "___");
            case Block.Details details -> details(details);
            case Block.Comment comment -> out.line(Html.comment(comment.text()));
            case Block.Contents toc -> out.line(contents.flat(toc));
            case Block.Formula formula -> formula(formula.tex());
            case Block.Markdown markdown -> out.lines(markdown.source());
        }
    }

    /** Hyphens would be an entry after a marker, and front matter in the first line and anywhere in Pandoc. */
    private boolean isPlainRule() {
        return !out.atMarker() && out.count() > 0 && flavour != Flavour.PANDOC;
    }

    private void paragraph(Block.Paragraph paragraph) {
        String text = inlines.write(paragraph.content(), Place.BLOCK);
        if (text.isEmpty()) {
            return;
        }
        boolean aligned = paragraph.alignment() == Alignment.CENTER || paragraph.alignment() == Alignment.RIGHT;
        if (!aligned || out.nested()) {
            out.lines(text);
            return;
        }
        out.line(paragraph.alignment() == Alignment.CENTER ? "<div align=\"center\">" : "<div align=\"right\">");
        out.line("");
        out.lines(text);
        out.line("");
        out.line("</div>");
    }

    private void heading(Block.Heading heading) {
        String text = withoutClosing(inlines.write(withoutOwnSlug(heading), Place.HEADING));
        boolean before = flavour == Flavour.COMMONMARK;
        String identifier = before || flavour == Flavour.PANDOC ? identifier(heading, text) : "";
        out.line("#".repeat(heading.level()) + " " + (before ? identifier + text : text + identifier));
    }

    /** An anchor that is called as readers call the heading anyway says nothing. */
    private List<Inline> withoutOwnSlug(Block.Heading heading) {
        List<Inline> content = heading.content();
        boolean sluggish = flavour == Flavour.GITHUB || flavour == Flavour.PANDOC;
        if (!sluggish || content.stream().noneMatch(inline -> inline instanceof Inline.Anchor)) {
            return content;
        }
        String slug = outline.entry(heading).map(Outline.Entry::slug).orElse("");
        return content.stream()
                .filter(inline -> !(inline instanceof Inline.Anchor anchor)
                        || !Outline.id(anchor.name()).equals(slug))
                .toList();
    }

    /** Hashes at the end of a heading would be taken for its closing sequence. */
    private String withoutClosing(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '#') {
            end--;
        }
        if (end == text.length()) {
            return text;
        }
        if (flavour == Flavour.PANDOC) {
            return text.substring(0, end) + "\\#".repeat(text.length() - end);
        }
        boolean closes = end == 0 || text.charAt(end - 1) == ' ';
        return closes ? text.substring(0, end) + "\\" + text.substring(end) : text;
    }

    /**
     * GitHub and Obsidian give headings their identifiers; for the others links would lead nowhere, those of other pages
     * included. Pandoc's own identifiers are as good where they are the same.
     */
    private String identifier(Block.Heading heading, String text) {
        return outline.entry(heading)
                .filter(entry -> flavour != Flavour.PANDOC
                        || !Slugs.ofPandoc(entry.text()).equals(entry.slug()))
                .map(Outline.Entry::slug)
                .filter(slug -> !slug.isEmpty() && !text.contains("<a id=\"" + slug + "\""))
                .map(slug -> flavour == Flavour.COMMONMARK
                        ? "<a id=\"" + Html.attribute(slug) + "\"></a>"
                        : " {#" + slug + "}")
                .orElse("");
    }

    private void details(Block.Details details) {
        out.line("<details>");
        out.line("<summary>" + html.inline(details.summary()) + "</summary>");
        if (!details.content().isEmpty()) {
            out.separate();
            blocks(details.content(), false);
            out.separate();
        }
        out.line("</details>");
    }

    private void formula(String tex) {
        if (flavour == Flavour.OBSIDIAN || flavour == Flavour.PANDOC) {
            out.line("$$");
            out.lines(tex.strip());
            out.line("$$");
        } else {
            Fences.write(out, new Block.CodeBlock("math", "", tex.strip()), flavour);
        }
    }

    InlineWriter inlines() {
        return inlines;
    }
}
