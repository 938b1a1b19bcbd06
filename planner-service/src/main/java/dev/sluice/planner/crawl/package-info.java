/** Lists what a run covers, and writes the catalog. */
@NullMarked
package dev.sluice.planner.crawl;

import org.jspecify.annotations.NullMarked;
