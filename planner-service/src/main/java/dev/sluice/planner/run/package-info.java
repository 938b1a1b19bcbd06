/** The life of a run, from its request to its report. */
@NullMarked
package dev.sluice.planner.run;

import org.jspecify.annotations.NullMarked;
