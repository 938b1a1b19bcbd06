/** The audit trail, of a folder or of a planner elsewhere. */
@NullMarked
package dev.sluice.cli.audit;

import org.jspecify.annotations.NullMarked;
