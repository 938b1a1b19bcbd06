/** Kafka, PostgreSQL and the four services in this process. */
@NullMarked
package dev.sluice.cli.embedded;

import org.jspecify.annotations.NullMarked;
