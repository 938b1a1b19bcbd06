/** Whether the files of an export are what was exported. */
@NullMarked
package dev.sluice.cli.verify;

import org.jspecify.annotations.NullMarked;
