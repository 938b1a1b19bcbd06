/** What an export would hold, shown before there is one. */
@NullMarked
package dev.sluice.cli.tree;

import org.jspecify.annotations.NullMarked;
