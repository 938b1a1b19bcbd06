/** The folder that an export lives in. */
@NullMarked
package dev.sluice.cli.destination;

import org.jspecify.annotations.NullMarked;
