/** Who may use a service over HTTP. Closed by default: without a key or a token only health and metrics answer. */
@NullMarked
package dev.sluice.access;

import org.jspecify.annotations.NullMarked;
