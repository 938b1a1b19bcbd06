/** What is exported from where to where. */
@NullMarked
package dev.sluice.planner.export;

import org.jspecify.annotations.NullMarked;
