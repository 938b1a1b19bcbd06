/** Atlassian's own services for all Cloud sites: the gateway to their API, and OAuth 2.0. */
@NullMarked
package dev.sluice.simulator.atlassian;

import org.jspecify.annotations.NullMarked;
