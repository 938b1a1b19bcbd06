/** What a person sees of a run: progress, and the end. */
@NullMarked
package dev.sluice.cli.report;

import org.jspecify.annotations.NullMarked;
