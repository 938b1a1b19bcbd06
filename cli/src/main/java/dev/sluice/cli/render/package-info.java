/** Converting storage files without a Confluence. */
@NullMarked
package dev.sluice.cli.render;

import org.jspecify.annotations.NullMarked;
