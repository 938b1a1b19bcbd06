/** What generated pages and attachments contain: pure functions of a seed. */
@NullMarked
package dev.sluice.simulator.content;

import org.jspecify.annotations.NullMarked;
