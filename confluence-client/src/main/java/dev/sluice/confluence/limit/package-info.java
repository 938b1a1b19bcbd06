/** What everybody who asks one Confluence agrees on: how many requests a second, and when to pause. */
@NullMarked
package dev.sluice.confluence.limit;

import org.jspecify.annotations.NullMarked;
