package dev.sluice.markdown.roundtrip;

import java.util.List;

/** What a reader finds on a page, taken from its storage format or from its Markdown. */
record Facts(
        List<String> words,
        List<Code> codes,
        List<Heading> headings,
        List<String> links,
        List<String> images,
        List<Table> tables,
        List<Entry> entries,
        List<String> tasks,
        List<String> colours) {

    /** A code block. */
    record Code(String language, String code) {}

    /** A heading. */
    record Heading(int level, String text) {}

    /** The words of every cell, row by row. */
    record Table(List<List<String>> rows) {}

    /** An entry of a list: how deep, of which kind, and how it begins. */
    record Entry(int depth, boolean ordered, String text) {}
}
