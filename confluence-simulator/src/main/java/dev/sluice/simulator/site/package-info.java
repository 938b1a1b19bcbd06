/** The simulated site itself: spaces, pages, attachments, their versions, and the operations that change them. */
@NullMarked
package dev.sluice.simulator.site;

import org.jspecify.annotations.NullMarked;
