/** A faithful local Confluence: runnable, and used by the demo, the tests and the benchmarks. */
@NullMarked
package dev.sluice.simulator;

import org.jspecify.annotations.NullMarked;
