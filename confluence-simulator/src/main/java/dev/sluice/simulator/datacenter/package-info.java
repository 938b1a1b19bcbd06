/** The REST API and the download servlet of Confluence Data Center. */
@NullMarked
package dev.sluice.simulator.datacenter;

import org.jspecify.annotations.NullMarked;
