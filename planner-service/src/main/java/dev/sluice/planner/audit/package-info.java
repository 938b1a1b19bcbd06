/** Who did what to which export, and what runs did to which file: a chain that shows when it is tampered with. */
@NullMarked
package dev.sluice.planner.audit;

import org.jspecify.annotations.NullMarked;
