/** The messages that the services exchange, and the names of the topics they travel on. */
@NullMarked
package dev.sluice.pipeline;

import org.jspecify.annotations.NullMarked;
