/** The REST API: resources, problems, and lists that are read a page at a time. */
@NullMarked
package dev.sluice.planner.api;

import org.jspecify.annotations.NullMarked;
