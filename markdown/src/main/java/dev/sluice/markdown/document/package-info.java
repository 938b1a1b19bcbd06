/** A page between reading and writing: blocks, inline content and marks, free of both storage format and Markdown. */
@NullMarked
package dev.sluice.markdown.document;

import org.jspecify.annotations.NullMarked;
