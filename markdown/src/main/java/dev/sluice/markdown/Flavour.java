package dev.sluice.markdown;

/** The dialect of Markdown that is written. */
public enum Flavour {
    /** What GitHub renders: alerts, tables, task lists, heading slugs. The default. */
    GITHUB,
    /** What Obsidian renders: callouts, wiki links, highlights, image sizes. */
    OBSIDIAN,
    /** CommonMark 0.31 and nothing else: tables become HTML, headings get an anchor. */
    COMMONMARK,
    /** Pandoc's Markdown: fenced divs, attributes, explicit heading identifiers. */
    PANDOC
}
