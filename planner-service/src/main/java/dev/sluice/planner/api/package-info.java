/** The REST API. */
@NullMarked
package dev.sluice.planner.api;

import org.jspecify.annotations.NullMarked;
