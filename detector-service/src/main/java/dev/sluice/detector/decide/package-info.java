/** What changed: the decision on each descriptor. */
@NullMarked
package dev.sluice.detector.decide;

import org.jspecify.annotations.NullMarked;
