/** The commands and their options. */
@NullMarked
package dev.sluice.cli.command;

import org.jspecify.annotations.NullMarked;
