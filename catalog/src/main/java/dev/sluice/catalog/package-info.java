/** What a run has listed, kept in the destination for those who work on the run. */
@NullMarked
package dev.sluice.catalog;

import org.jspecify.annotations.NullMarked;
