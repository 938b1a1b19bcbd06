/** What replicated services do in a second, and take while they do nothing. Run by the programs in {@code benchmarks/}. */
@NullMarked
package dev.sluice.systemtests.benchmark;

import org.jspecify.annotations.NullMarked;
