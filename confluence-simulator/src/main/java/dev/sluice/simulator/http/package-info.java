/** A small HTTP server: requests, responses, routes, injected faults and request counts. */
@NullMarked
package dev.sluice.simulator.http;

import org.jspecify.annotations.NullMarked;
