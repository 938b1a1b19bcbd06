/** Where references lead, by the catalog of the run. */
@NullMarked
package dev.sluice.renderer.links;

import org.jspecify.annotations.NullMarked;
