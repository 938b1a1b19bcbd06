package dev.sluice.markdown.writing;

import dev.sluice.markdown.Flavour;
import dev.sluice.markdown.document.Block.ContentsStyle;
import java.util.ArrayList;
import java.util.List;

/** Writes tables of contents as lists of links. */
final class ContentsWriter {

    /** A page may ask for its contents again and again; together they stay within this many entries. */
    private static final int MOST_ENTRIES = 20_000;

    private final Outline outline;
    private final Hrefs hrefs;
    private final Escaper escaper;
    private int written;

    ContentsWriter(Flavour flavour, Outline outline, Hrefs hrefs) {
        this.outline = outline;
        this.hrefs = hrefs;
        this.escaper = new Escaper(flavour);
    }

    /** An entry as Markdown and HTML need it; {@code depth} counts from 0 without gaps. */
    record Line(int depth, String number, Outline.Entry heading) {}

    /** The entries, indented by the levels that are in use above them. */
    List<Line> entries(ContentsStyle style) {
        List<Line> lines = new ArrayList<>();
        List<Integer> levels = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (Outline.Entry entry : outline.entries()) {
            if (entry.level() < style.minLevel() || entry.level() > style.maxLevel() || written >= MOST_ENTRIES) {
                continue;
            }
            while (!levels.isEmpty() && levels.getLast() > entry.level()) {
                levels.removeLast();
            }
            while (numbers.size() > Math.max(1, levels.size())) {
                numbers.removeLast();
            }
            if (levels.isEmpty() || levels.getLast() < entry.level()) {
                levels.add(entry.level());
            }
            count(numbers, levels.size());
            lines.add(new Line(levels.size() - 1, style.numbered() ? number(numbers) : "", entry));
            written++;
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

    List<String> lines(ContentsStyle style) {
        List<Line> entries = entries(style);
        if (style.flat()) {
            return entries.isEmpty()
                    ? List.of()
                    : List.of(
                            String.join(" | ", entries.stream().map(this::link).toList()));
        }
        return entries.stream()
                .map(line -> "  ".repeat(line.depth()) + "- " + link(line))
                .toList();
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
