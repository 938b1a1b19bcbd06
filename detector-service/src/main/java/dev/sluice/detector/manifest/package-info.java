/** The record of every exported resource. */
@NullMarked
package dev.sluice.detector.manifest;

import org.jspecify.annotations.NullMarked;
