/** Benchmarks of the converter alone. */
@NullMarked
package dev.sluice.benchmarks.markdown;

import org.jspecify.annotations.NullMarked;
