/** What the planner needs in memory while it lists a site. */
@NullMarked
package dev.sluice.benchmarks.planner;

import org.jspecify.annotations.NullMarked;
