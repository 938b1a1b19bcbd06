/** Where Confluence is and how to sign in. */
@NullMarked
package dev.sluice.cli.connection;

import org.jspecify.annotations.NullMarked;
