/** Tests of the simulator over real HTTP. */
@NullMarked
package dev.sluice.simulator;

import org.jspecify.annotations.NullMarked;
