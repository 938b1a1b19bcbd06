/** The sites that a service is configured for, by name. */
@NullMarked
package dev.sluice.confluence.sites;

import org.jspecify.annotations.NullMarked;
