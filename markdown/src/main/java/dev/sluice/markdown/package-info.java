/** Confluence's storage format to Markdown: pure functions, no I/O. */
@NullMarked
package dev.sluice.markdown;

import org.jspecify.annotations.NullMarked;
