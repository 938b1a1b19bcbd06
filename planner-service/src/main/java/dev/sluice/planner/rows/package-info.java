/** What the packages of the planner share about writing rows. */
@NullMarked
package dev.sluice.planner.rows;

import org.jspecify.annotations.NullMarked;
