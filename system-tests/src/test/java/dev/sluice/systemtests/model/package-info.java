/** A site that changes at random, synced again and again: the copy must always be what a fresh export gives. */
@NullMarked
package dev.sluice.systemtests.model;

import org.jspecify.annotations.NullMarked;
