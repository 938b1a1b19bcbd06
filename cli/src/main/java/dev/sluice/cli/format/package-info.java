/** How Markdown is to be written, as said on the command line. */
@NullMarked
package dev.sluice.cli.format;

import org.jspecify.annotations.NullMarked;
