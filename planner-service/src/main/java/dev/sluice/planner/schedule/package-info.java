/** When exports run by themselves. */
@NullMarked
package dev.sluice.planner.schedule;

import org.jspecify.annotations.NullMarked;
