/** The two ways to run Sluice, each as real operating-system processes. */
@NullMarked
package dev.sluice.systemtests.topology;

import org.jspecify.annotations.NullMarked;
