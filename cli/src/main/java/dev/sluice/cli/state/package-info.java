/** The state files of other exporters, read and written. */
@NullMarked
package dev.sluice.cli.state;

import org.jspecify.annotations.NullMarked;
