package dev.sluice.markdown.writing;

import dev.sluice.markdown.Flavour;
import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Block.ContentsStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes tables of contents as lists of links. */
final class ContentsWriter {

    /** A page may ask for its contents again and again; all tables together look at no more headings than this. */
    private static final int MOST_HEADINGS = 500_000;

    /** What is left of a table of contents that has nothing to list. */
    static final String NOTHING = "<!-- macro: toc -->";

    private final Outline outline;
    private final Hrefs hrefs;
    private final Escaper escaper;
    private long seen;

    ContentsWriter(Flavour flavour, Outline outline, Hrefs hrefs) {
        this.outline = outline;
        this.hrefs = hrefs;
        this.escaper = new Escaper(flavour);
    }

    /** An entry as Markdown and HTML need it; {@code depth} counts from 0 without gaps. */
    record Line(int depth, String number, Outline.Entry heading) {}

    /** The entries, indented by the levels that are in use above them. */
    List<Line> entries(Block.Contents contents) {
        ContentsStyle style = contents.style();
        HeadingFilter filter = new HeadingFilter(style.include(), style.exclude());
        List<Line> lines = new ArrayList<>();
        List<Integer> levels = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        List<Outline.Entry> headings = outline.entries(contents.zone());
        seen += headings.size();
        for (Outline.Entry entry : seen > MOST_HEADINGS ? List.<Outline.Entry>of() : headings) {
            if (entry.level() < style.minLevel() || entry.level() > style.maxLevel() || !filter.lists(entry.text())) {
                continue;
            }
            while (!levels.isEmpty() && levels.getLast() > entry.level()) {
                levels.removeLast();
            }
            if (levels.isEmpty() || levels.getLast() < entry.level()) {
                levels.add(entry.level());
            }
            count(numbers, levels.size());
            lines.add(new Line(levels.size() - 1, style.numbered() ? number(numbers) : "", entry));
        }
        return lines;
    }

    private static void count(List<Integer> numbers, int depth) {
        while (numbers.size() > depth) {
            numbers.removeLast();
        }
        if (numbers.size() == depth) {
            numbers.set(depth - 1, numbers.getLast() + 1);
        }
        while (numbers.size() < depth) {
            numbers.add(1);
        }
    }

    private static String number(List<Integer> numbers) {
        StringBuilder number = new StringBuilder();
        numbers.forEach(part -> number.append(number.isEmpty() ? "" : ".").append(part));
        return number.append(' ').toString();
    }

    /** All entries on one line. */
    String flat(Block.Contents contents) {
        List<Line> entries = entries(contents);
        return entries.isEmpty() ? NOTHING : entries.stream().map(this::link).collect(Collectors.joining(" | "));
    }

    /** An entry as an entry of a list. */
    String entry(Line line, String marker) {
        return "  ".repeat(line.depth()) + marker + " " + link(line);
    }

    private String link(Line line) {
        StringBuilder link = new StringBuilder("[");
        String text = line.number() + line.heading().text();
        escaper.append(link, text, new Escaper.Position(false, true, ']'));
        return link.append("](")
                .append(hrefs.fragment(line.heading()))
                .append(')')
                .toString();
    }
}
