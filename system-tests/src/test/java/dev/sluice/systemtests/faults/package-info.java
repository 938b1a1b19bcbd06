/** Runs while everything around them fails. */
@NullMarked
package dev.sluice.systemtests.faults;

import org.jspecify.annotations.NullMarked;
