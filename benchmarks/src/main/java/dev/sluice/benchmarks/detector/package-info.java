/** How fast the detector decides against a large manifest in a real PostgreSQL. */
@NullMarked
package dev.sluice.benchmarks.detector;

import org.jspecify.annotations.NullMarked;
