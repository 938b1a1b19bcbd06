/** Confluence's REST API, Cloud and Data Center, behind one interface. */
@NullMarked
package dev.sluice.confluence;

import org.jspecify.annotations.NullMarked;
