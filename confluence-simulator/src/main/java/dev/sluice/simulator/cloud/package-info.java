/** The REST API of Confluence Cloud and its media host. */
@NullMarked
package dev.sluice.simulator.cloud;

import org.jspecify.annotations.NullMarked;
