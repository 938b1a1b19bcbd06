/** The end of a run: what to link anew, what to remove, and the snapshot. */
@NullMarked
package dev.sluice.detector.closing;

import org.jspecify.annotations.NullMarked;
