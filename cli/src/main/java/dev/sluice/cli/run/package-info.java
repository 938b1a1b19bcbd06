/** A run from the command line: from the first check to the exit code. */
@NullMarked
package dev.sluice.cli.run;

import org.jspecify.annotations.NullMarked;
