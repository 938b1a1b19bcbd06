/** The output tree: what is written, placed and removed. */
@NullMarked
package dev.sluice.renderer.output;

import org.jspecify.annotations.NullMarked;
