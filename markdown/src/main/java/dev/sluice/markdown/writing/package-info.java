/** Writes a document as Markdown: the one place that knows about separation, prefixes, escaping and slugs. */
@NullMarked
package dev.sluice.markdown.writing;

import org.jspecify.annotations.NullMarked;
