/** The command line as the client of a planner that runs elsewhere. */
@NullMarked
package dev.sluice.cli.server;

import org.jspecify.annotations.NullMarked;
