/** Makes the bytes of changed resources available: bodies in bulk, binaries streamed, held bytes reused. */
@NullMarked
package dev.sluice.fetcher.fetch;

import org.jspecify.annotations.NullMarked;
