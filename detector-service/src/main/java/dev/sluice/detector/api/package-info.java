/** The REST API: what the manifest says. */
@NullMarked
package dev.sluice.detector.api;

import org.jspecify.annotations.NullMarked;
