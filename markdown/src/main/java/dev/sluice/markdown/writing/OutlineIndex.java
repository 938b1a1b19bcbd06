package dev.sluice.markdown.writing;

import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Marks;
import dev.sluice.markdown.document.PlainText;
import dev.sluice.markdown.writing.Outline.Entry;
import dev.sluice.markdown.writing.Outline.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Headings and anchors by all the names that Confluence has for them. */
final class OutlineIndex {

    /** A title has few; a name made of hyphens is not worth a look for each of them. */
    private static final int MOST_HYPHENS = 30;

    private final List<Entry> entries = new ArrayList<>();
    private final IdentityHashMap<Block.Heading, Entry> byHeading = new IdentityHashMap<>();
    private final Map<String, Entry> byName = new HashMap<>();
    private final Map<String, List<Entry>> byKey = new HashMap<>();
    private final Map<String, Anchor> anchors = new HashMap<>();
    private final Map<String, Anchor> anchorsByKey = new HashMap<>();
    private final Slugs slugs = new Slugs();
    private final String titleKey;

    /** The title as the first heading of the page, if it is. */
    private @Nullable Entry top;

    /** A point of the page that is no heading, and the heading above it. */
    private record Anchor(String id, Optional<Entry> heading, boolean inHeading, boolean wanted) {}

    private OutlineIndex(String title) {
        this.titleKey = Slugs.key(title);
    }

    /** {@code first}: the title as the heading that it is written as, null when it is not. */
    static OutlineIndex of(String title, Block.@Nullable Heading first, List<Block> blocks) {
        OutlineIndex index = new OutlineIndex(title);
        if (first != null) {
            Entry top = new Entry(first, title.strip(), index.slugs.next(title));
            index.top = top;
            index.byHeading.put(first, top);
        }
        index.scan(blocks);
        return index;
    }

    private void scan(List<Block> blocks) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Paragraph paragraph -> anchors(paragraph.content(), false);
                case Block.Heading heading -> heading(heading);
                case Block.Quote quote -> scan(quote.content());
                case Block.Alert alert -> scan(alert.content());
                case Block.Details details -> scan(details.content());
                case Block.Listing list -> list.items().forEach(item -> scan(item.content()));
                case Block.Table table ->
                    table.rows().forEach(row -> row.cells().forEach(cell -> scan(cell.content())));
                case Block.Markdown markdown -> headings(markdown.source());
                case Block.CodeBlock _, Block.Rule _, Block.Comment _, Block.Formula _, Block.Contents _ -> {}
            }
        }
    }

    /** Headings that the page has in Markdown of its own; what looks like one within code does no harm. */
    private void headings(String source) {
        boolean code = false;
        for (String line : source.split("\n", -1)) {
            code ^= line.startsWith("```");
            int level = 0;
            while (level < line.length() && line.charAt(level) == '#') {
                level++;
            }
            if (!code && level > 0 && level <= 6 && line.startsWith(" ", level)) {
                String text = line.substring(level).strip().replaceAll("\\s#+$|[*`]", "");
                heading(new Block.Heading(level, List.of(new Inline.Text(text, Marks.NONE))));
            }
        }
    }

    private void heading(Block.Heading heading) {
        String text = Cores.settled(PlainText.of(heading.content()));
        Entry entry = new Entry(heading, text, slugs.next(shown(heading.content(), text)));
        entries.add(entry);
        byHeading.put(heading, entry);
        byName.putIfAbsent(entry.slug(), entry);
        byName.putIfAbsent(text, entry);
        byName.putIfAbsent(Chars.joined(text, '-'), entry);
        byName.putIfAbsent(text.replace(" ", ""), entry);
        byKey.computeIfAbsent(Slugs.key(text), key -> new ArrayList<>()).add(entry);
        anchors(heading.content(), true);
    }

    /** What readers make the slug of: the spaces on both sides of a picture stay two, though the picture is no text. */
    private static String shown(List<Inline> content, String text) {
        boolean plain = text.indexOf('\u00a0') < 0
                && content.stream().noneMatch(inline -> inline instanceof Inline.Image || !inline.visible());
        if (plain) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        for (Cores.Core core : Cores.of(content, false)) {
            shown.append(core.gap())
                    .append(
                            core.inline() instanceof Inline.Text(String part, Marks _)
                                    ? part
                                    : PlainText.of(List.of(core.inline())));
        }
        return shown.toString();
    }

    private void anchors(List<Inline> content, boolean inHeading) {
        for (Inline inline : content) {
            if (inline instanceof Inline.Anchor anchor) {
                Optional<Entry> above = entries.isEmpty() ? Optional.ofNullable(top) : Optional.of(entries.getLast());
                Anchor known = new Anchor(Outline.id(anchor.name()), above, inHeading, anchor.wanted());
                anchors.putIfAbsent(anchor.name(), known);
                anchorsByKey.putIfAbsent(Slugs.key(anchor.name()), known);
            }
        }
    }

    List<Entry> entries() {
        return entries;
    }

    Optional<Entry> entry(Block.Heading heading) {
        return Optional.ofNullable(byHeading.get(heading));
    }

    /**
     * Finds the anchor or heading that Confluence means by a name: as it stands, or after the title of the page and a
     * hyphen. The title may be another than the page has now.
     */
    Optional<Place> find(String name) {
        Place found = name.isEmpty() && top != null ? place(top) : named(name);
        String key = Slugs.key(name);
        if (found == null && !titleKey.isEmpty() && key.startsWith(titleKey)) {
            found = byKey(key.substring(titleKey.length()));
        }
        int hyphen = name.indexOf('-');
        for (int i = 0; i < MOST_HYPHENS && found == null && hyphen >= 0; i++) {
            found = named(name.substring(hyphen + 1));
            hyphen = name.indexOf('-', hyphen + 1);
        }
        if (found == null && top != null && name.equalsIgnoreCase("top")) {
            found = place(top);
        }
        return Optional.ofNullable(found);
    }

    private @Nullable Place named(String name) {
        Anchor exact = anchors.get(name);
        if (exact != null) {
            return place(exact);
        }
        Entry heading = byName.get(name);
        if (heading == null) {
            Place found = byKey(Slugs.key(name));
            if (found != null) {
                return found;
            }
            heading = repeated(name);
        }
        return heading == null ? null : place(heading);
    }

    private @Nullable Place byKey(String key) {
        List<Entry> headings = byKey.get(key);
        if (headings != null && !key.isEmpty()) {
            return place(headings.getFirst());
        }
        Anchor anchor = anchorsByKey.get(key);
        return anchor == null || key.isEmpty() ? null : place(anchor);
    }

    /** Confluence numbers repeated headings with a dot: {@code Notes.1} is the second one. */
    private @Nullable Entry repeated(String name) {
        int dot = name.lastIndexOf('.');
        String number = dot < 0 ? "" : name.substring(dot + 1);
        if (!number.matches("[0-9]{1,4}")) {
            return null;
        }
        List<Entry> found = byKey.get(Slugs.key(name.substring(0, dot)));
        int index = Integer.parseInt(number);
        return found == null || index >= found.size() ? null : found.get(index);
    }

    private static Place place(Anchor anchor) {
        boolean alias = anchor.inHeading() && !anchor.wanted();
        return alias && anchor.heading().isPresent()
                ? place(anchor.heading().get())
                : new Place(anchor.id(), anchor.heading());
    }

    private static Place place(Entry heading) {
        return new Place(heading.slug(), Optional.of(heading));
    }
}
