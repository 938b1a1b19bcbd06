/** Reads storage format into a document: a lenient parser and a registry of small renderers. */
@NullMarked
package dev.sluice.markdown.storage;

import org.jspecify.annotations.NullMarked;
