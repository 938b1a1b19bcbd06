/** Where bytes are kept: one port, a local directory and S3 behind it. */
@NullMarked
package dev.sluice.store;

import org.jspecify.annotations.NullMarked;
